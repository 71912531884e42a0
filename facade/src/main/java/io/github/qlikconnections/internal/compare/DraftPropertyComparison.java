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

/** Compares the properties of a draft with the properties that the tenant returned. */
final class DraftPropertyComparison {

    private final DesiredConnection desired;
    private final CredentialProperties credentials;
    private final DataConnection current;
    private final Predicate<WriteRecord> isRecorded;
    private final ValueComparison values;

    DraftPropertyComparison(
            DesiredConnection desired,
            CredentialProperties credentials,
            DataConnection current,
            Predicate<WriteRecord> isRecorded) {
        this.desired = desired;
        this.credentials = credentials;
        this.current = current;
        this.isRecorded = isRecorded;
        this.values = new ValueComparison(desired::isMarkedSecret);
    }

    static String pathOf(String property) {
        return JsonPointers.child(WireNames.PROPERTIES, property);
    }

    WriteRecord writeRecord(String property, Object expected) {
        return new WriteRecord(pathOf(property), expected, current.properties().get(property));
    }

    PlannedChange compare(String property, Object expected) {
        Object actual = current.properties().get(property);
        String unreadableReason = credentials.unreadableReason(property, expected);
        if (actual == null || credentials.isWithheld(property, expected, actual)) {
            return compareAbsent(property, expected, unreadableReason);
        }
        return switch (values.compare(property, desired.propertySpec(property), expected, actual)) {
            case EQUAL -> createEntry(property, EQUAL, actual, expected);
            case PARTLY_READABLE ->
                createEntry(property, NOT_READABLE, actual, expected)
                        .withNote("A secret in the list cannot be read back. All other values are equal.");
            case DIFFERENT ->
                isRecorded.test(writeRecord(property, expected))
                        ? createStoredAsEntry(property, actual, expected)
                        : createChangeEntry(property, DIFFERENT, actual, expected);
        };
    }

    private PlannedChange compareAbsent(String property, Object expected, @Nullable String unreadableReason) {
        if (current.hasProperties() && isDefault(property, expected)) {
            return createEntry(property, EQUAL, null, expected);
        }
        if (unreadableReason != null) {
            return createEntry(property, NOT_READABLE, null, expected).withNote(unreadableReason);
        }
        if (!current.hasProperties()) {
            return createEntry(property, NOT_COMPARED, null, expected)
                    .withNote("The tenant returned no properties for this connection.");
        }
        if (isRecorded.test(writeRecord(property, expected))) {
            return createEntry(property, NOT_RETURNED, null, expected)
                    .withNote("The property was written, but the tenant does not return it. If it never does, "
                            + "EnsureOptions.builder().notReadable(\"" + property
                            + "\") prevents other processes from writing it again.");
        }
        return createChangeEntry(property, MISSING, null, expected);
    }

    private boolean isDefault(String property, Object expected) {
        PropertySpec propertySpec = desired.propertySpec(property);
        if (propertySpec == null || ValueComparison.hasSecret(expected)) {
            return false;
        }
        return desired.spec()
                .defaultValue(property, desired.draft())
                .filter(defaultValue ->
                        values.compare(property, propertySpec, expected, defaultValue) == ValueComparison.Result.EQUAL)
                .isPresent();
    }

    private PlannedChange createStoredAsEntry(String property, Object actual, Object expected) {
        String displayedForm = format(property, actual);
        return createEntry(property, STORED_AS, actual, expected)
                .withNote("The property was written, but the tenant returns it in another form. "
                        + (displayedForm == null
                                ? "Write it in the draft as the tenant returns it."
                                : "Write it in the draft as \"" + displayedForm + "\"."));
    }

    private PlannedChange createChangeEntry(
            String property, ComparisonStatus status, @Nullable Object actual, Object expected) {
        if (PatchValues.isPatchable(expected)) {
            return createEntry(property, status, actual, expected);
        }
        return createEntry(property, NOT_PATCHABLE, actual, expected)
                .withNote(
                        "The API accepts neither an object nor a decimal number in a JSON Patch. Delete the connection"
                                + " and create it again"
                                + (actual == null
                                        ? ", or use EnsureOptions.builder().notReadable(\"" + property + "\") if the "
                                                + "tenant never returns this property."
                                        : "."));
    }

    private PlannedChange createEntry(
            String property, ComparisonStatus status, @Nullable Object actual, Object expected) {
        return PlannedChange.builder(pathOf(property), status)
                .before(format(property, actual))
                .after(format(property, expected))
                .build();
    }

    private @Nullable String format(String property, @Nullable Object value) {
        return PlanValueFormatter.format(value, desired.secrets().contains(property));
    }
}
