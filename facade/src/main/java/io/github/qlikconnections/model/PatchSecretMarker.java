package io.github.qlikconnections.model;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.json.JsonPointers;
import io.github.qlikconnections.internal.text.SecretMarker;
import io.github.qlikconnections.internal.text.SecretNames;
import io.github.qlikconnections.internal.wire.WireMembers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Converts the values of a patch whose paths indicate a secret to {@link Secret}s. */
final class PatchSecretMarker {

    private static final int SEGMENTS_OF_ENTRY_MEMBER = 4;

    private PatchSecretMarker() {}

    /** Returns the marked value without nulls. Adds to the list a pointer for each null. */
    static @Nullable Object mark(String path, Object value, List<String> nullPointers) {
        List<String> segments = JsonPointers.segments(path);
        if (isContentOfEntry(segments) && value instanceof String content) {
            return Secret.of(content);
        }
        return new SecretMarker(nullPointers).mark(decisiveName(segments), value);
    }

    /** Returns the part of a path whose name decides whether the value is a secret. The name of an entry is never secret. */
    private static String decisiveName(List<String> segments) {
        String last = segments.isEmpty() ? "" : segments.get(segments.size() - 1);
        return last.equals("name")
                ? last
                : segments.stream().filter(SecretNames::mayBeSecret).findFirst().orElse(last);
    }

    /** Returns whether a path leads to the content of an entry, which is a file or a header. */
    private static boolean isContentOfEntry(List<String> segments) {
        return segments.size() == SEGMENTS_OF_ENTRY_MEMBER
                && segments.get(0).equals(WireMembers.CONNECTION_PROPERTIES)
                && segments.get(3).equals("value");
    }
}
