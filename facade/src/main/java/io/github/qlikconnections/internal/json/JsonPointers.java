package io.github.qlikconnections.internal.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON Pointers (RFC 6901) over plain values. */
public final class JsonPointers {

    private JsonPointers() {}

    /**
     * Returns the pointer to a member or item.
     *
     * @param parent the pointer to the object or list that contains it
     * @param segment the name of the member or the index of the item
     * @return the pointer
     */
    public static String child(String parent, String segment) {
        return parent + "/" + escape(segment);
    }

    private static String escape(String segment) {
        if (segment.indexOf('~') < 0 && segment.indexOf('/') < 0) {
            return segment;
        }
        return segment.replace("~", "~0").replace("/", "~1");
    }

    /**
     * Splits a pointer into its segments.
     *
     * @param pointer the pointer
     * @return the unescaped segments
     */
    public static List<String> segments(String pointer) {
        if (pointer.isEmpty()) {
            return List.of();
        }
        List<String> segments = new ArrayList<>();
        for (String segment : pointer.substring(1).split("/", -1)) {
            segments.add(unescaped(segment));
        }
        return segments;
    }

    /**
     * Unescapes a segment.
     *
     * @param segment the escaped segment
     * @return the name of the member or the index of the item
     */
    public static String unescaped(String segment) {
        return segment.indexOf('~') < 0 ? segment : segment.replace("~1", "/").replace("~0", "~");
    }

    /**
     * Resolves one segment.
     *
     * @param value the value in which it is resolved
     * @param segment the name of a member or the index of an item
     * @return the value at this place, or null if there is none
     */
    public static @Nullable Object step(@Nullable Object value, String segment) {
        if (value instanceof Map<?, ?> members) {
            return members.get(segment);
        }
        if (value instanceof List<?> items) {
            int index = index(segment);
            return index >= 0 && index < items.size() ? items.get(index) : null;
        }
        return null;
    }

    /** Returns the index of an item, or -1 if the segment is not an index. */
    private static int index(String segment) {
        if (segment.isEmpty() || segment.length() > 8) {
            return -1;
        }
        int index = 0;
        for (int i = 0; i < segment.length(); i++) {
            int digit = segment.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            index = 10 * index + digit;
        }
        return index;
    }

    /**
     * Resolves a pointer.
     *
     * @param value the value in which it is resolved
     * @param pointer the pointer
     * @return the value at this place, or null if there is none
     */
    public static @Nullable Object find(@Nullable Object value, String pointer) {
        Object found = value;
        for (String segment : segments(pointer)) {
            found = step(found, segment);
        }
        return found;
    }
}
