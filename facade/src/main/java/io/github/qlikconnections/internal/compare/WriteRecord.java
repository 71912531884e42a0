package io.github.qlikconnections.internal.compare;

import org.jspecify.annotations.Nullable;

/**
 * A value that was or is to be written, beside what the tenant returned for it.
 *
 * @param path where, as a JSON Pointer
 * @param wanted the value of the draft; secrets in it play no part in what is remembered
 * @param returned the value of the tenant, null if it returned none
 */
public record WriteRecord(
        String path, Object wanted, @Nullable Object returned) {

    /** Names the path and no value. */
    @Override
    public String toString() {
        return "WriteRecord[" + path + "]";
    }
}
