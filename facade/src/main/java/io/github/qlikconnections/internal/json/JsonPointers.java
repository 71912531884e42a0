package io.github.qlikconnections.internal.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON Pointers (RFC 6901) over plain values. */
public final class JsonPointers {

    private JsonPointers() {}

    /**
     * The pointer to a member or item.
     *
     * @param parent the pointer to what holds it
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
     * Takes a pointer apart.
     *
     * @param pointer the pointer
     * @return its segments, unescaped
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
     * What a segment stands for.
     *
     * @param segment the segment as it stands in a pointer
     * @return the name of the member or the index of the item
     */
    public static String unescaped(String segment) {
        return segment.indexOf('~') < 0 ? segment : segment.replace("~1", "/").replace("~0", "~");
    }

    /**
     * Follows one segment.
     *
     * @param value what to look into
     * @param segment the name of a member or the index of an item
     * @return what is there, null when there is nothing
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

    /** The index of an item, negative when the segment is none. */
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
     * Follows a pointer.
     *
     * @param value what to look into
     * @param pointer the pointer
     * @return what is there, null when there is nothing
     */
    public static @Nullable Object find(@Nullable Object value, String pointer) {
        Object found = value;
        for (String segment : segments(pointer)) {
            found = step(found, segment);
        }
        return found;
    }
}
