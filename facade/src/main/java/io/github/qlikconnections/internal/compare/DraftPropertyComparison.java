package io.github.qlikconnections.internal.compare;

import static io.github.qlikconnections.plan.ComparisonStatus.DIFFERENT;
import static io.github.qlikconnections.plan.ComparisonStatus.EQUAL;
import static io.github.qlikconnections.plan.ComparisonStatus.MISSING;
import static io.github.qlikconnections.plan.ComparisonStatus.NOT_COMPARED;
import static io.github.qlikconnections.plan.ComparisonStatus.NOT_PATCHABLE;
import static io.github.qlikconnections.plan.ComparisonStatus.NOT_READABLE;
import static io.github.qlikconnections.plan.ComparisonStatus.NOT_RETURNED;
import static io.github.qlikconnections.plan.ComparisonStatus.STORED_AS;

import io.github.qlikconnections.internal.json.JsonPointers;
import io.github.qlikconnections.internal.wire.WireNames;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.plan.ComparisonStatus;
import io.github.qlikconnections.plan.PlannedChange;
import io.github.qlikconnections.spec.PropertySpec;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Compares the properties of a draft one by one with those that the tenant returned. */
final class DraftPropertyComparison {

    private final DesiredConnection desired;
    private final CredentialProperties credentials;
    private final DataConnection held;
    private final Predicate<WriteRecord> known;
    private final ValueComparison values;

    DraftPropertyComparison(
            DesiredConnection desired,
            CredentialProperties credentials,
            DataConnection held,
            Predicate<WriteRecord> known) {
        this.desired = desired;
        this.credentials = credentials;
        this.held = held;
        this.known = known;
        this.values = new ValueComparison(desired::isMarkedSecret);
    }

    static String path(String property) {
        return JsonPointers.child(WireNames.PROPERTIES, property);
    }

    WriteRecord written(String property, Object wanted) {
        return new WriteRecord(path(property), wanted, held.properties().get(property));
    }

    PlannedChange compare(String property, Object wanted) {
        Object present = held.properties().get(property);
        String unreadable = credentials.unreadableReason(property, wanted);
        if (present == null || credentials.isWithheld(property, wanted, present)) {
            return absent(property, wanted, unreadable);
        }
        return switch (values.compare(property, desired.declared(property), wanted, present)) {
            case EQUAL -> entry(property, EQUAL, present, wanted);
            case PARTLY_READABLE ->
                entry(property, NOT_READABLE, present, wanted)
                        .withNote("A secret in the list cannot be read back. Everything else is equal.");
            case DIFFERENT ->
                known.test(written(property, wanted))
                        ? storedAs(property, present, wanted)
                        : patchable(property, DIFFERENT, present, wanted);
        };
    }

    private PlannedChange absent(String property, Object wanted, @Nullable String unreadable) {
        if (held.hasProperties() && isDefault(property, wanted)) {
            return entry(property, EQUAL, null, wanted);
        }
        if (unreadable != null) {
            return entry(property, NOT_READABLE, null, wanted).withNote(unreadable);
        }
        if (!held.hasProperties()) {
            return entry(property, NOT_COMPARED, null, wanted)
                    .withNote("The tenant returned no properties for this connection.");
        }
        if (known.test(written(property, wanted))) {
            return entry(property, NOT_RETURNED, null, wanted)
                    .withNote("The property was written, and the tenant does not return it. If it never does, "
                            + "EnsureOptions.builder().notReadable(\"" + property
                            + "\") keeps other processes from writing it once more.");
        }
        return patchable(property, MISSING, null, wanted);
    }

    private boolean isDefault(String property, Object wanted) {
        PropertySpec declared = desired.declared(property);
        if (declared == null || ValueComparison.holdsSecret(wanted)) {
            return false;
        }
        return desired.spec()
                .defaultValue(property, desired.draft())
                .filter(value -> values.compare(property, declared, wanted, value) == ValueComparison.Result.EQUAL)
                .isPresent();
    }

    private PlannedChange storedAs(String property, Object present, Object wanted) {
        String form = shown(property, present);
        return entry(property, STORED_AS, present, wanted)
                .withNote("The property was written, and the tenant returns it in another form. "
                        + (form == null
                                ? "Give it in the draft as the tenant returns it."
                                : "Write it in the draft as \"" + form + "\"."));
    }

    private PlannedChange patchable(String property, ComparisonStatus status, @Nullable Object present, Object wanted) {
        if (PatchValues.areAllowed(wanted)) {
            return entry(property, status, present, wanted);
        }
        return entry(property, NOT_PATCHABLE, present, wanted)
                .withNote(
                        "The JSON Patch of the API takes no object and no decimal number. Delete the connection and create it "
                                + "again"
                                + (present == null
                                        ? ", or use EnsureOptions.builder().notReadable(\"" + property + "\") if the "
                                                + "tenant never returns this property."
                                        : "."));
    }

    private PlannedChange entry(String property, ComparisonStatus status, @Nullable Object present, Object wanted) {
        return PlannedChange.of(path(property), status, shown(property, present), shown(property, wanted));
    }

    private @Nullable String shown(String property, @Nullable Object value) {
        return PlanValueFormatter.of(value, desired.secrets().contains(property));
    }
}
