package io.github.qlikconnections.event;

import io.github.qlikconnections.internal.argument.Arguments;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tenant announces the end of an operation of its API, by the response header fields {@code Deprecation}, {@code Sunset} and
 * {@code Link}. Instances are immutable and thread-safe.
 */
public final class DeprecationEvent {

    private final String operation;
    private final @Nullable Instant deprecatedSince;
    private final @Nullable Instant sunset;
    private final List<URI> links;

    private DeprecationEvent(
            String operation, @Nullable Instant deprecatedSince, @Nullable Instant sunset, List<URI> links) {
        this.operation = Arguments.given(operation, "operation");
        this.deprecatedSince = deprecatedSince;
        this.sunset = sunset;
        this.links = Arguments.list(links, "links");
    }

    /**
     * Creates an event; for the library, and for tests of a listener.
     *
     * @param operation its id in the OpenAPI document
     * @param deprecatedSince from when on the operation is deprecated, if that is stated
     * @param sunset when the operation is expected to stop working, if that is stated
     * @param links where the deprecation is explained
     * @return the event
     */
    public static DeprecationEvent of(
            String operation, @Nullable Instant deprecatedSince, @Nullable Instant sunset, List<URI> links) {
        return new DeprecationEvent(operation, deprecatedSince, sunset, links);
    }

    /**
     * Returns the operation.
     *
     * @return its {@code operationId} in the OpenAPI document, for example {@code listSpaces}
     */
    public String operation() {
        return operation;
    }

    /**
     * Returns from when on the operation is deprecated, as {@code Deprecation} states it. It can be in the future.
     *
     * @return a time; empty if none was stated
     */
    public Optional<Instant> deprecatedSince() {
        return Optional.ofNullable(deprecatedSince);
    }

    /**
     * Returns when the operation is expected to stop working, as {@code Sunset} states it.
     *
     * @return a time; empty if none was stated
     */
    public Optional<Instant> sunset() {
        return Optional.ofNullable(sunset);
    }

    /**
     * Returns where the deprecation is explained: the {@code Link} fields with the relation {@code deprecation} or {@code sunset}.
     *
     * @return an unmodifiable list, empty if there is none
     */
    public List<URI> links() {
        return links;
    }

    /** All fields on one line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(operation).append(" is deprecated");
        if (deprecatedSince != null) {
            text.append(" as of ").append(deprecatedSince);
        }
        if (sunset != null) {
            text.append(", is expected to stop working on ").append(sunset);
        }
        for (URI link : links) {
            text.append(", see ").append(link);
        }
        return text.toString();
    }
}
