package io.github.qlikconnections.internal.compare;

import io.github.qlikconnections.internal.json.JsonPointers;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.EnsureOptions;
import io.github.qlikconnections.spec.ConnectionSpec;
import io.github.qlikconnections.spec.PropertySpec;
import io.github.qlikconnections.spec.PropertyType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a connection is to be.
 *
 * @param draft the valid draft, its values in the declared types and its names resolved to ids
 * @param spec the specification of its data source
 * @param secrets the properties of the draft that may hold secrets, by their names or values
 * @param options how to compare
 * @param credentials the credentials that the draft names
 */
public record DesiredConnection(
        ConnectionDraft draft,
        ConnectionSpec spec,
        Set<String> secrets,
        EnsureOptions options,
        CredentialLookup credentials) {

    /** The content of a file stands at {@code /property/index/value}. */
    private static final int FILE_CONTENT_DEPTH = 3;

    /** Returns the same with the credentials that were looked up. */
    public DesiredConnection with(CredentialLookup found) {
        return new DesiredConnection(draft, spec, secrets, options, found);
    }

    /** Whether the value at a JSON Pointer, which begins at the properties, is secret by the specification: marked, or of a file. */
    boolean isMarkedSecret(String pointer) {
        return spec.isUsable() && (spec.isMarkedSecret(pointer) || isFileContent(pointer));
    }

    private boolean isFileContent(String pointer) {
        List<String> segments = JsonPointers.segments(pointer);
        return segments.size() == FILE_CONTENT_DEPTH
                && segments.get(FILE_CONTENT_DEPTH - 1).equals("value")
                && spec.property(segments.get(0))
                        .filter(property -> property.type() == PropertyType.FILE)
                        .isPresent();
    }

    /** What the specification declares of a property, null if it declares nothing or cannot be used. */
    @Nullable PropertySpec declared(String property) {
        return spec.isUsable() ? spec.property(property).orElse(null) : null;
    }
}
