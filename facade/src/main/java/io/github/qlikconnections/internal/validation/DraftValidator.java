package io.github.qlikconnections.internal.validation;

import io.github.qlikconnections.internal.json.JsonPointers;
import io.github.qlikconnections.internal.spec.CompiledSchema;
import io.github.qlikconnections.internal.spec.DevHarrelSchemaEngine;
import io.github.qlikconnections.internal.spec.FastPathSchema;
import io.github.qlikconnections.internal.spec.PreparedSchema;
import io.github.qlikconnections.internal.spec.PropertyNameMatcher;
import io.github.qlikconnections.internal.spec.SecretAnnotations;
import io.github.qlikconnections.internal.spec.UnusableSchemaException;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.validation.ValidationPolicy;
import io.github.qlikconnections.validation.ValidationReport;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Validates drafts for one data source. Created once per specification; the schema is compiled for the first draft. This class is
 * thread-safe.
 */
public final class DraftValidator {

    private final String dataSourceId;
    private final Map<String, @Nullable Object> schema;
    private final List<String> omissions;
    private final Set<String> implicitMembers;
    private final PropertyNameMatcher names;
    private final SecretAnnotations secretAnnotations;
    private final Map<String, DeclaredProperty> properties = new LinkedHashMap<>();
    private final Map<String, Integer> order = new HashMap<>();
    private final Map<String, String> pointers = new HashMap<>();
    private final boolean hasNoStatedRequirements;
    private volatile @Nullable String unusableReason;
    private volatile @Nullable CompiledSchema compiledSchema;

    /**
     * Creates a validator.
     *
     * @param dataSourceId the id of the data source
     * @param prepared the schema without the parts that cannot be evaluated
     * @param properties the properties in document order
     * @param unusableReason why the schema cannot be used, null if it can
     */
    public DraftValidator(
            String dataSourceId,
            PreparedSchema prepared,
            List<DeclaredProperty> properties,
            @Nullable String unusableReason) {
        this.dataSourceId = dataSourceId;
        this.schema = prepared.schema();
        this.omissions = prepared.omissions();
        this.implicitMembers = CrossFieldRules.implicitMembers(dataSourceId);
        this.names = PropertyNameMatcher.from(schema);
        this.secretAnnotations = new SecretAnnotations(schema);
        this.unusableReason = unusableReason;
        for (DeclaredProperty property : properties) {
            order.put(property.name(), order.size());
            pointers.put(property.name(), pointerOf(property.name()));
            this.properties.put(property.name(), property);
        }
        this.hasNoStatedRequirements =
                !properties.isEmpty() && properties.stream().noneMatch(DeclaredProperty::statesRequirement);
    }

    /**
     * Validates a draft.
     *
     * @param draft the draft
     * @param policy the severity of each violation code
     * @return the report
     * @throws IllegalArgumentException if the draft is for another data source
     */
    public ValidationReport validate(ConnectionDraft draft, ValidationPolicy policy) {
        if (!draft.dataSourceId().equals(dataSourceId)) {
            throw new IllegalArgumentException(
                    "The draft is for " + draft.dataSourceId() + ", this specification for " + dataSourceId);
        }
        return new ValidationRun(this, draft, policy).validate();
    }

    /**
     * Returns the properties of a draft that may contain secrets.
     *
     * @param draft the draft
     * @return their names in the order of the draft
     */
    public Set<String> secretProperties(ConnectionDraft draft) {
        return secretProperties(draft, unusableReason != null);
    }

    /**
     * Returns the properties of a draft that may contain secrets, by their names and the annotations of the specification alone.
     *
     * @param draft the draft
     * @return their names in the order of the draft, even if the specification is not usable
     */
    public Set<String> presumedSecretProperties(ConnectionDraft draft) {
        return secretProperties(draft, false);
    }

    private Set<String> secretProperties(ConnectionDraft draft, boolean treatAllAsSecret) {
        SecretDetector secrets = new SecretDetector(draft.properties(), secretAnnotations, treatAllAsSecret);
        Set<String> names = new LinkedHashSet<>(draft.properties().keySet());
        names.removeIf(name -> !secrets.isSecretProperty(name) && !secrets.hasSecret(name));
        return Collections.unmodifiableSet(names);
    }

    Map<String, @Nullable Object> schema() {
        return schema;
    }

    /** Returns whether the specification does not state for any property that it is required or optional. */
    boolean hasNoStatedRequirements() {
        return hasNoStatedRequirements;
    }

    /** Returns why parts of the schema other than single properties are not checked. */
    List<String> omissions() {
        return omissions;
    }

    /**
     * Returns the annotations by which the specification marks values as secret.
     *
     * @return the annotations
     */
    public SecretAnnotations secretAnnotations() {
        return secretAnnotations;
    }

    /** Returns the properties that the specification names, by name and in the order of the document. */
    Map<String, DeclaredProperty> properties() {
        return properties;
    }

    int positionOf(String property) {
        return order.getOrDefault(property, Integer.MAX_VALUE);
    }

    /** Returns the JSON Pointer of a property in the request. */
    String pointerTo(String property) {
        String known = pointers.get(property);
        return known != null ? known : pointerOf(property);
    }

    private static String pointerOf(String property) {
        return ViolationFactory.requestPointer(JsonPointers.child("", property));
    }

    boolean isKnown(String property) {
        return properties.containsKey(property) || implicitMembers.contains(property) || names.matchesPattern(property);
    }

    /** Returns all names that a draft may use: those of the specification first, then the implicit ones. */
    Set<String> knownNames() {
        Set<String> known = new LinkedHashSet<>(properties.keySet());
        known.addAll(implicitMembers);
        return known;
    }

    Set<String> implicitMembers() {
        return implicitMembers;
    }

    boolean isImplicitMember(String property) {
        return implicitMembers.contains(property);
    }

    /** Returns whether the specification allows properties that it does not declare. */
    boolean allowsOtherNames() {
        return names.allowsOtherNames();
    }

    /** Returns why drafts cannot be checked, null if they can. */
    @Nullable String unusableReason() {
        if (unusableReason == null && compiledSchema == null) {
            compile();
        }
        return unusableReason;
    }

    private synchronized void compile() {
        if (unusableReason == null && compiledSchema == null) {
            try {
                // A method reference would load the engine before a schema needs it.
                compiledSchema = FastPathSchema.compile(schema, difficult -> DevHarrelSchemaEngine.compile(difficult));
            } catch (UnusableSchemaException e) {
                unusableReason = String.valueOf(e.getMessage());
            }
        }
    }

    /** Returns the compiled schema. Must be called only if the schema can be used. */
    CompiledSchema compiledSchema() {
        CompiledSchema present = compiledSchema;
        if (present == null) {
            throw new IllegalStateException("The schema cannot be used");
        }
        return present;
    }
}
