package io.github.qlikconnections.internal.wire;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A value that a tenant returns in place of a secret: nothing, whitespace or a mask. */
public final class WithheldValue {

    private static final Pattern MASK = Pattern.compile("[*\\u2022\\u25cf]{3,}");

    private WithheldValue() {}

    /** Returns whether a returned value is null, blank or a mask. */
    public static boolean isWithheld(@Nullable Object returned) {
        return returned == null || (returned instanceof String text && text.isBlank()) || isMask(returned);
    }

    /** Returns whether a returned value is a mask, which hides a value that exists. */
    public static boolean isMask(@Nullable Object returned) {
        return returned instanceof String text && MASK.matcher(text).matches();
    }
}
