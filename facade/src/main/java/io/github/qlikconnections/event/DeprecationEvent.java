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

    private DeprecationEvent(Builder builder) {
        this.operation = builder.operation;
        this.deprecatedSince = builder.deprecatedSince;
        this.sunset = builder.sunset;
        this.links = builder.links;
    }

    /**
     * Creates a builder of an event, for tests of a listener.
     *
     * @param operation the operation id in the OpenAPI document, for example {@code listSpaces}
     * @return a builder
     */
    public static Builder builder(String operation) {
        return new Builder(operation);
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

    /** Builds a {@link DeprecationEvent}. Not thread-safe. */
    public static final class Builder {

        private final String operation;
        private @Nullable Instant deprecatedSince;
        private @Nullable Instant sunset;
        private List<URI> links = List.of();

        private Builder(String operation) {
            this.operation = Arguments.require(operation, "operation");
        }

        /**
         * Sets from when on the operation is deprecated.
         *
         * @param deprecatedSince the time, or null if none was stated
         * @return this builder
         */
        public Builder deprecatedSince(@Nullable Instant deprecatedSince) {
            this.deprecatedSince = deprecatedSince;
            return this;
        }

        /**
         * Sets when the operation is expected to stop working.
         *
         * @param sunset the time, or null if none was stated
         * @return this builder
         */
        public Builder sunset(@Nullable Instant sunset) {
            this.sunset = sunset;
            return this;
        }

        /**
         * Sets where the deprecation is explained. The default is an empty list.
         *
         * @param links the addresses
         * @return this builder
         */
        public Builder links(List<URI> links) {
            this.links = Arguments.list(links, "links");
            return this;
        }

        /**
         * Builds the event.
         *
         * @return the event
         */
        public DeprecationEvent build() {
            return new DeprecationEvent(this);
        }

        /** Returns the parts that are set. */
        @Override
        public String toString() {
            return "DeprecationEvent.Builder[" + build() + "]";
        }
    }
}
