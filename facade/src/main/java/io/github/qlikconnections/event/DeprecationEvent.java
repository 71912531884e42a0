package io.github.qlikconnections.event;

import io.github.qlikconnections.internal.argument.Arguments;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The announcement that an operation of the API is deprecated. The tenant sends it in the response headers
 * {@code Deprecation}, {@code Sunset} and {@code Link}.
 *
 * <p>Instances are immutable and thread-safe.
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
     * Creates an event, for the library and for tests of listeners.
     *
     * @param operation the {@code operationId} in the OpenAPI document
     * @param deprecatedSince the time from which the operation is deprecated, or null
     * @param sunset the time at which the operation is expected to stop working, or null
     * @param links links to documentation of the deprecation
     * @return the event
     */
    public static DeprecationEvent of(
            String operation, @Nullable Instant deprecatedSince, @Nullable Instant sunset, List<URI> links) {
        return new DeprecationEvent(operation, deprecatedSince, sunset, links);
    }

    /**
     * Returns the operation.
     *
     * @return the {@code operationId} in the OpenAPI document, for example {@code listSpaces}
     */
    public String operation() {
        return operation;
    }

    /**
     * Returns the time from which the operation is deprecated, as in the {@code Deprecation} header. It can be in the
     * future.
     *
     * @return the time; empty if none was sent
     */
    public Optional<Instant> deprecatedSince() {
        return Optional.ofNullable(deprecatedSince);
    }

    /**
     * Returns the time at which the operation is expected to stop working, as in the {@code Sunset} header.
     *
     * @return the time; empty if none was sent
     */
    public Optional<Instant> sunset() {
        return Optional.ofNullable(sunset);
    }

    /**
     * Returns links to documentation of the deprecation: the {@code Link} headers with the relation {@code deprecation}
     * or {@code sunset}.
     *
     * @return an unmodifiable list, empty if there is none
     */
    public List<URI> links() {
        return links;
    }

    /** Returns all fields on one line. */
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
