package io.github.qlikconnections.convergence;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.model.ConnectStatement;
import io.github.qlikconnections.model.ConnectionDraft;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Adds generated values to a draft, in one of the notations that users choose. */
final class GeneratedDraft {

    private final GeneratedSource source;
    private final Random random;

    GeneratedDraft(GeneratedSource source, Random random) {
        this.source = source;
        this.random = random;
    }

    ConnectionDraft.Builder properties(String name, Map<String, Object> values) {
        ConnectionDraft.Builder draft = ConnectionDraft.builder(source.id(), name);
        values.forEach((property, value) -> {
            PropertyKind kind = source.properties().get(property);
            draft.setAll(Map.of(property, kind == null ? value : spelled(kind, value)));
        });
        return draft;
    }

    ConnectionDraft.Builder statement(String name) {
        ConnectStatement.Builder statement = ConnectStatement.builder(
                statementText(PropertyKind.any(random, List.of("a", "b", "A"))), "Generated.exe");
        if (random.nextBoolean()) {
            statement.password(Secret.of(PropertyKind.secret(random)));
        }
        if (random.nextInt(4) == 0) {
            statement.logOn(PropertyKind.any(random, List.of("0", "1", "LOG_ON_SERVICE_USER", "LOG_ON_CURRENT_USER")));
        }
        if (random.nextInt(4) == 0) {
            statement.architecture(random.nextInt(2));
        }
        if (random.nextInt(6) == 0) {
            statement.separateCredentials(random.nextBoolean());
        }
        return ConnectionDraft.builder(source.id(), name, statement.build());
    }

    static String statementText(String value) {
        return "CUSTOM CONNECT TO \"provider=Generated.exe;region=" + value + ";\"";
    }

    private Object spelled(PropertyKind kind, Object value) {
        if (kind.isSecret()) {
            boolean plain = kind == PropertyKind.SECRET_BY_NAME && random.nextBoolean();
            return plain || random.nextInt(8) == 0 ? value : Secret.of(String.valueOf(value));
        }
        if (value instanceof List<?> items) {
            return kind.isFile() || kind == PropertyKind.ENTRIES ? entries(items, kind.isFile()) : value;
        }
        if (value instanceof Map<?, ?>) {
            return value;
        }
        if (random.nextInt(12) == 0) {
            // A caller may pass any value as a secret. It must not be printed then.
            return Secret.of(text(value));
        }
        if (random.nextInt(3) > 0) {
            return value;
        }
        if (value instanceof Boolean truth) {
            return PropertyKind.any(random, truth ? List.of("true", "True", "TRUE") : List.of("false", "False"));
        }
        if (value instanceof Long number) {
            return random.nextBoolean() ? (Object) number.toString() : new BigDecimal(number);
        }
        return value instanceof BigDecimal ? text(value) : value;
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
    }

    /** Returns list entries whose secrets are mostly secrets and sometimes strings. */
    private List<Object> entries(List<?> items, boolean files) {
        List<Object> entries = new ArrayList<>();
        for (Object item : items) {
            Map<String, Object> entry = new LinkedHashMap<>();
            ((Map<?, ?>) item).forEach((member, value) -> entry.put(String.valueOf(member), value));
            boolean secret = files || Boolean.TRUE.equals(entry.get("encrypt"));
            if (secret && random.nextInt(4) > 0) {
                entry.put("value", Secret.of(String.valueOf(entry.get("value"))));
            }
            entries.add(entry);
        }
        return entries;
    }
}
