package io.github.qlikconnections.model;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.MalformedDraftException;
import io.github.qlikconnections.internal.json.InvalidJsonException;
import io.github.qlikconnections.internal.json.JsonReader;
import io.github.qlikconnections.internal.text.SecretMarker;
import io.github.qlikconnections.internal.wire.WireMembers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a create request of either form. The letter case of member names is ignored, as by the service. */
final class DraftReader {

    private static final Map<String, String> ALIASES =
            Map.of("connectionname", lowerCase(WireMembers.NAME), "spaceid", lowerCase(WireMembers.SPACE));

    private final Map<?, ?> body;
    private final Map<String, Object> members = new HashMap<>();

    private DraftReader(Map<?, ?> body) {
        this.body = body;
        body.forEach((name, value) -> {
            if (value != null) {
                String member = canonical(name);
                Object before = members.put(member, value);
                if (before != null && !before.equals(value)) {
                    throw new MalformedDraftException(
                            "The request gives " + member + " twice with different values; keep one of them");
                }
            }
        });
    }

    static ConnectionDraft read(String json) {
        if (!(RequestBody.parse(json, "{}") instanceof Map<?, ?> request)) {
            throw new MalformedDraftException(
                    "The request is not a JSON object; paste the body of a create request, from { to }");
        }
        return read(request);
    }

    static ConnectionDraft read(Map<?, ?> request) {
        return new DraftReader(request).draft();
    }

    private static String canonical(Object name) {
        String lower = lowerCase(name.toString());
        return ALIASES.getOrDefault(lower, lower);
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private ConnectionDraft draft() {
        String source = text(WireMembers.DATA_SOURCE_ID)
                .filter(id -> !id.isBlank())
                .orElseThrow(() -> new MalformedDraftException(
                        "The request names no data source: add " + WireMembers.DATA_SOURCE_ID));
        ConnectionDraft.Builder draft =
                ConnectionDraft.builder(source, text(WireMembers.NAME).orElse(""));
        text(WireMembers.SPACE).filter(id -> !id.isBlank()).ifPresent(draft::inSpace);
        draft.tags.addAll(tags());
        flag(WireMembers.AUTH_URL_ONLY).ifPresent(draft::authUrlOnly);
        Optional<Map<?, ?>> properties = properties();
        if (properties.isPresent() && members.containsKey(lowerCase(WireMembers.CONNECT_STATEMENT))) {
            throw new MalformedDraftException("The request has both " + WireMembers.CONNECTION_PROPERTIES + " and "
                    + WireMembers.CONNECT_STATEMENT + "; the API accepts only one of them; remove the other");
        }
        if (properties.isPresent()) {
            properties.get().forEach((name, value) -> property(draft, String.valueOf(name), value));
        } else {
            draft.statement(statement());
        }
        // The remaining members are unknown. They are reported with their original spelling.
        for (Object name : body.keySet()) {
            if (take(canonical(name)) != null) {
                draft.unknownMembers.add(name.toString());
            }
        }
        return draft.build();
    }

    private static void property(ConnectionDraft.Builder draft, String name, @Nullable Object value) {
        Object marked = new SecretMarker(draft.nullMembers).mark(name, value);
        if (marked != null) {
            try {
                draft.put(name, marked);
            } catch (IllegalArgumentException e) {
                // The message contains the property and the limit, but no value.
                throw new MalformedDraftException(String.valueOf(e.getMessage()));
            }
        }
    }

    private Optional<Map<?, ?>> properties() {
        Object value = take(WireMembers.CONNECTION_PROPERTIES);
        if (value instanceof String text) {
            try {
                value = JsonReader.read(text);
            } catch (InvalidJsonException e) {
                throw new MalformedDraftException(WireMembers.CONNECTION_PROPERTIES
                        + " is a string that contains no JSON object (" + e.getMessage() + "); give the object itself");
            }
        }
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Map<?, ?> properties) {
            return Optional.of(properties);
        }
        throw new MalformedDraftException(WireMembers.CONNECTION_PROPERTIES
                + " is not a JSON object; give the properties by their names, from { to }");
    }

    private ConnectStatement statement() {
        String statement = text(WireMembers.CONNECT_STATEMENT)
                .orElseThrow(
                        () -> new MalformedDraftException("The request has neither " + WireMembers.CONNECTION_PROPERTIES
                                + " nor " + WireMembers.CONNECT_STATEMENT + ": add one of them"));
        ConnectStatement.Builder builder =
                ConnectStatement.builder(statement, text(WireMembers.TYPE).orElse(""));
        with(WireMembers.USERNAME, builder::username);
        with(WireMembers.LOG_ON, builder::logOn);
        with(WireMembers.CREDENTIALS_ID, builder::credentialsId);
        with(WireMembers.CREDENTIALS_NAME, builder::credentialsName);
        with(WireMembers.ID, builder::connectionId);
        with(WireMembers.ENGINE_OBJECT_ID, builder::engineObjectId);
        with(WireMembers.OWNER, builder::owner);
        with(WireMembers.QRI_IN_REQUEST, builder::qri);
        with(WireMembers.PASSWORD, value -> builder.password(Secret.of(value)));
        with(WireMembers.CONNECTION_SECRET, value -> builder.connectionSecret(Secret.of(value)));
        flag(WireMembers.SEPARATE_CREDENTIALS).ifPresent(builder::separateCredentials);
        with(WireMembers.ARCHITECTURE, value -> builder.architecture(architecture(value)));
        return builder.build();
    }

    private static int architecture(String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new MalformedDraftException("The member " + WireMembers.ARCHITECTURE + " is not an integer");
        }
    }

    private void with(String member, Consumer<String> setter) {
        text(member).ifPresent(setter);
    }

    private @Nullable Object take(String member) {
        return members.remove(lowerCase(member));
    }

    private Optional<String> text(String member) {
        Object value = take(member);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String || value instanceof Long) {
            return Optional.of(value.toString());
        }
        throw new MalformedDraftException("The member " + member + " is not a string");
    }

    private Optional<Boolean> flag(String member) {
        Object value = take(member);
        if (value == null) {
            return Optional.empty();
        }
        String text = value.toString().toLowerCase(Locale.ROOT);
        if (text.equals("true") || text.equals("false")) {
            return Optional.of(text.equals("true"));
        }
        throw new MalformedDraftException("The member " + member + " is not a boolean");
    }

    private List<String> tags() {
        Object value = take(WireMembers.TAGS);
        List<String> tags = new ArrayList<>();
        if (value == null) {
            return tags;
        }
        if (!(value instanceof List<?> items)) {
            throw new MalformedDraftException("The member " + WireMembers.TAGS + " is not a list of strings");
        }
        for (Object item : items) {
            if (!(item instanceof String tag)) {
                throw new MalformedDraftException("The member " + WireMembers.TAGS + " is not a list of strings");
            }
            tags.add(tag);
        }
        return tags;
    }
}
