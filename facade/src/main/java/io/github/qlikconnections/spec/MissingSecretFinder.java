package io.github.qlikconnections.spec;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.text.NameNormalizer;
import io.github.qlikconnections.internal.text.UserNames;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.validation.ViolationCode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the credentials that a copy of a connection lacks. */
final class MissingSecretFinder {

    private static final Secret PLACEHOLDER = Secret.of("placeholder");

    private final ConnectionSpec spec;
    private final ConnectionDraft copy;

    MissingSecretFinder(ConnectionSpec spec, ConnectionDraft copy) {
        this.spec = spec;
        this.copy = copy;
    }

    /**
     * Returns the missing credentials.
     *
     * @param withheld the properties that the tenant returned without their values
     * @param hasCredentials whether the tenant stores credentials for the connection
     * @return names in the order of the specification; those that it does not declare follow
     */
    List<String> find(Set<String> withheld, boolean hasCredentials) {
        Set<String> missing = new LinkedHashSet<>(withheld);
        missing.addAll(findRequired(copy));
        if (hasCredentials && !isAnonymous()) {
            if (missing.stream().noneMatch(this::isStoredWithCredentials)) {
                missing.addAll(findUnrequired());
            }
            addUserNames(missing);
        }
        Stream<String> declared = spec.properties().stream().map(PropertySpec::name);
        return Stream.concat(declared.filter(missing::contains), missing.stream())
                .distinct()
                .toList();
    }

    /** Returns the required credentials, including those that others of them require. */
    private Set<String> findRequired(ConnectionDraft draft) {
        Set<String> required = new LinkedHashSet<>();
        ConnectionDraft.Builder complete = draft.toBuilder();
        List<String> further = requiredCredentials(draft);
        while (required.addAll(further)) {
            further.forEach(name -> complete.secret(name, PLACEHOLDER));
            further = requiredCredentials(complete.build());
        }
        return required;
    }

    private List<String> requiredCredentials(ConnectionDraft draft) {
        return spec.validate(draft).violations().stream()
                .filter(violation -> violation.code() == ViolationCode.REQUIRED)
                .flatMap(violation -> violation.property().stream())
                .filter(name -> isSecret(name) || UserNames.isUserName(name))
                .toList();
    }

    /** Returns the secrets that the specification does not require, except those that are of use only with another secret. */
    private List<String> findUnrequired() {
        return spec.properties().stream()
                .filter(property ->
                        property.requirement() != Requirement.CONDITIONAL && property.type() != PropertyType.FILE)
                .map(PropertySpec::name)
                .filter(name -> isStoredWithCredentials(name) && !CopyablePropertyFinder.isCredentialReference(name))
                .filter(name -> findRequired(
                                copy.toBuilder().secret(name, PLACEHOLDER).build())
                        .stream()
                        .noneMatch(this::isSecret))
                .toList();
    }

    /** Returns whether the copy selects no authentication. A tenant may store empty credentials for such a connection. */
    private boolean isAnonymous() {
        return spec.properties().stream()
                .map(PropertySpec::name)
                .filter(name -> NameNormalizer.normalize(name).contains("auth"))
                .map(name -> copy.properties()
                        .getOrDefault(name, spec.defaultValue(name, copy).orElse("")))
                .anyMatch(value -> "anonymous".equalsIgnoreCase(String.valueOf(value)));
    }

    private void addUserNames(Set<String> missing) {
        if (missing.stream().anyMatch(this::isStoredWithCredentials)) {
            spec.properties().stream()
                    .map(PropertySpec::name)
                    .filter(name ->
                            UserNames.isUserName(name) && !copy.properties().containsKey(name))
                    .forEach(missing::add);
        }
    }

    /** Returns whether a property is a secret of its own. A list of headers or parameters is stored in the connection. */
    private boolean isStoredWithCredentials(String property) {
        return isSecret(property)
                && spec.property(property)
                        .filter(declared ->
                                declared.type() != PropertyType.ARRAY && declared.type() != PropertyType.OBJECT)
                        .isPresent();
    }

    private boolean isSecret(String property) {
        return spec.property(property)
                .filter(declared -> declared.isSecret() || declared.type() == PropertyType.FILE)
                .isPresent();
    }
}
