package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.json.JsonPointers;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.ConnectionPatch;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.PatchOperation;
import io.github.qlikconnections.spec.ConnectionSpec;
import io.github.qlikconnections.spec.PropertySpec;
import io.github.qlikconnections.spec.PropertyType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a connection lacks of a draft. Only what the draft names is looked at, both sides brought to the declared types and
 * defaults; secrets, which cannot be read back, count as equal.
 */
final class DraftDifference {

    /** What says how credentials were chosen when the connection was created; the API does not give it back. */
    private static final Set<String> NOT_READ_BACK = Set.of("selectedCredentials", "credentialsName", "authCode");

    /** User names in all spellings of the catalogue, in lower case: the API keeps them with the credentials. */
    private static final Set<String> USER_NAMES = Set.of("username", "user", "userid", "email");

    private static final String SEPARATE = "separateCredentials";
    private static final String AUTOMATIC_TAG = "DcaasAPI:";

    private final ConnectionSpec spec;
    private final ConnectionDraft draft;
    private final DataConnection held;

    DraftDifference(ConnectionSpec spec, ConnectionDraft draft, DataConnection held) {
        this.spec = spec;
        this.draft = draft;
        this.held = held;
    }

    /** The patch that makes up for it, secrets included if it needs them or they are wanted; empty if nothing is lacking. */
    Optional<ConnectionPatch> patch(boolean withSecrets) {
        List<PatchOperation> operations = new ArrayList<>();
        List<PatchOperation> credentials = new ArrayList<>();
        draft.properties().forEach((name, value) -> {
            if (isOfCredentials(name, value)) {
                credentials.add(set(name, value));
            } else if (differs(name, value)) {
                operations.add(set(name, value));
            }
        });
        if (!held.tags().containsAll(draft.tags())) {
            operations.add(PatchOperation.set(PatchOperation.Op.REPLACE, "/tags", tags()));
        }
        if (withSecrets || demandsSecrets(operations)) {
            operations.addAll(credentials);
        }
        if (operations.isEmpty()) {
            return Optional.empty();
        }
        ConnectionPatch.Builder patch = ConnectionPatch.builder();
        operations.forEach(patch::operation);
        return Optional.of(patch.build());
    }

    private PatchOperation set(String name, Object value) {
        return PatchOperation.set(
                held.properties().containsKey(name) ? PatchOperation.Op.REPLACE : PatchOperation.Op.ADD,
                JsonPointers.child(PatchRules.PROPERTIES, name),
                value);
    }

    private boolean demandsSecrets(List<PatchOperation> operations) {
        return !held.separateCredentials()
                && PatchRules.movedTo(operations, held).isPresent();
    }

    /** A secret, or a user name that is not read back and so goes with the secrets. */
    private boolean isOfCredentials(String name, Object value) {
        return holdsSecret(value)
                || spec.property(name).filter(PropertySpec::isSecret).isPresent()
                || (USER_NAMES.contains(name.toLowerCase(Locale.ROOT))
                        && !held.properties().containsKey(name));
    }

    private static boolean holdsSecret(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().anyMatch(DraftDifference::holdsSecret);
        }
        if (value instanceof List<?> list) {
            return list.stream().anyMatch(DraftDifference::holdsSecret);
        }
        return value instanceof Secret;
    }

    private boolean differs(String name, Object wanted) {
        if (NOT_READ_BACK.contains(name)) {
            return false;
        }
        if (name.equals(SEPARATE)) {
            return !plain(wanted).equals(plain(held.separateCredentials()));
        }
        Object present = held.properties().get(name);
        Optional<PropertySpec> property = spec.property(name);
        if (present == null && property.isPresent()) {
            if (property.get().type() == PropertyType.FILE) {
                return false;
            }
            present = property.get().defaultValue().orElse(null);
        }
        return present == null || !plain(present).equals(plain(wanted));
    }

    /** A value in a form in which 443, 443.0 and "443", and true and "true", are equal. */
    private static Object plain(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> members = new LinkedHashMap<>();
            map.forEach((name, member) -> members.put(String.valueOf(name), plain(member)));
            return members;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(DraftDifference::plain).toList();
        }
        String text = Objects.toString(value, "");
        if (value instanceof Number || text.matches("-?\\d{1,18}(\\.\\d{1,18})?")) {
            return new BigDecimal(text).stripTrailingZeros();
        }
        return text;
    }

    /** All tags that the connection is to have. */
    private List<String> tags() {
        Set<String> tags = new LinkedHashSet<>(held.tags());
        tags.removeIf(tag -> !tag.startsWith(AUTOMATIC_TAG));
        tags.addAll(draft.tags());
        return List.copyOf(tags);
    }
}
