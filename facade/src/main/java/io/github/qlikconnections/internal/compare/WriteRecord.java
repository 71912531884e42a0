package io.github.qlikconnections.internal.compare;

import org.jspecify.annotations.Nullable;

/**
 * A value that a request writes, together with the value that the tenant returned for it.
 *
 * @param path the JSON Pointer of the value
 * @param value the value of the draft; secrets in it are not recorded
 * @param returned the value that the tenant returned, null if it returned none
 */
public record WriteRecord(
        String path, Object value, @Nullable Object returned) {

    /** Returns the path. Values are omitted because they may be secret. */
    @Override
    public String toString() {
        return "WriteRecord[" + path + "]";
    }
}
