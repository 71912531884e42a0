package io.github.qlikconnections.spec;

import io.github.qlikconnections.internal.wire.WireNames;
import io.github.qlikconnections.internal.wire.WithheldValue;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the properties of a connection that can be read and written to another one. */
final class CopyablePropertyFinder {

    /** Properties whose values belong to one user of one tenant. */
    private static final Set<String> CREDENTIAL_REFERENCES =
            Set.of(WireNames.SELECTED_CREDENTIALS, WireNames.CREDENTIALS_NAME, WireNames.AUTH_CODE);

    private final ConnectionSpec spec;
    private final Set<String> secrets;

    /**
     * Creates a finder.
     *
     * @param secrets the properties that are or may contain secrets
     */
    CopyablePropertyFinder(ConnectionSpec spec, Set<String> secrets) {
        this.spec = spec;
        this.secrets = secrets;
    }

    Set<String> find(ConnectionDraft returned) {
        Set<String> copyable = new LinkedHashSet<>(returned.properties().keySet());
        copyable.removeAll(CREDENTIAL_REFERENCES);
        copyable.removeIf(name -> isWithheld(name, returned) || isReadOnly(name));
        copyable.removeAll(undeclared(returned));
        return Collections.unmodifiableSet(copyable);
    }

    /** Returns the properties that have a value which the tenant does not return. */
    Set<String> findWithheld(ConnectionDraft returned) {
        Set<String> withheld = new LinkedHashSet<>(returned.properties().keySet());
        withheld.removeIf(name -> isCredentialReference(name)
                || !isWithheld(name, returned)
                || isReadOnly(name)
                || isEmpty(returned.properties().get(name)));
        return withheld;
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value instanceof String text
                ? text.isBlank()
                : List.of().equals(value) || Map.of().equals(value);
    }

    /** Returns whether a value is secret or masked. The content of a file cannot be read back. */
    private boolean isWithheld(String property, ConnectionDraft returned) {
        return secrets.contains(property)
                || isFile(property)
                || WithheldValue.isMask(returned.properties().get(property));
    }

    /** Returns whether a property selects or creates credentials. */
    static boolean isCredentialReference(String property) {
        return CREDENTIAL_REFERENCES.contains(property);
    }

    private boolean isFile(String property) {
        return spec.property(property).map(PropertySpec::type).equals(Optional.of(PropertyType.FILE));
    }

    private boolean isReadOnly(String property) {
        return spec.property(property).stream()
                .flatMap(declared -> declared.branches().stream())
                .anyMatch(branch -> Boolean.TRUE.equals(branch.schema().firstValue("readOnly")));
    }

    private Set<String> undeclared(ConnectionDraft returned) {
        Set<String> names = new LinkedHashSet<>();
        for (Violation violation : spec.validate(returned).violations()) {
            if (violation.code() == ViolationCode.UNKNOWN_PROPERTY) {
                violation.property().ifPresent(names::add);
            }
        }
        return names;
    }
}
