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
 * The desired state of a connection.
 *
 * @param draft the valid draft with values in the declared types and with ids instead of names
 * @param spec the specification of its data source
 * @param secrets the names of the properties of the draft that may contain secrets
 * @param options the options for the comparison
 * @param credentials the result of looking up the credentials that the draft selects by name
 */
public record DesiredConnection(
        ConnectionDraft draft,
        ConnectionSpec spec,
        Set<String> secrets,
        EnsureOptions options,
        CredentialLookup credentials) {

    /** The content of a file is at {@code /property/index/value}. */
    private static final int FILE_CONTENT_DEPTH = 3;

    /** Returns a copy that contains the result of a credentials lookup. */
    public DesiredConnection withCredentials(CredentialLookup lookup) {
        return new DesiredConnection(draft, spec, secrets, options, lookup);
    }

    /**
     * Returns whether the specification declares a value as secret: it is marked, or it is the content of a file.
     *
     * @param pointer a JSON Pointer that starts at the properties
     */
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

    /** Returns the specification of a property, or null if it is not declared or the specification is not usable. */
    @Nullable PropertySpec propertySpec(String property) {
        return spec.isUsable() ? spec.property(property).orElse(null) : null;
    }
}
