package io.github.qlikconnections.event;

import io.github.qlikconnections.internal.argument.Arguments;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The bulk run to which a request or an item belongs.
 *
 * <p>Instances are immutable and thread-safe.
 */
public final class RunContext {

    private final String kind;
    private final String id;

    private RunContext(String kind, String id) {
        this.kind = Arguments.require(kind, "kind");
        this.id = Arguments.require(id, "id");
    }

    /**
     * Returns the context of a run, for tests of a listener.
     *
     * @param kind the method that runs, for example {@code ensureAll}
     * @param id the id of the run
     * @return the context
     */
    public static RunContext of(String kind, String id) {
        return new RunContext(kind, id);
    }

    /**
     * Returns the method that runs. There are few, so it can be used as a metric attribute.
     *
     * @return {@code ensureAll}, {@code planAll}, {@code rotateCredentials}, {@code move}, {@code changeOwner}, {@code
     *     deleteAll} or {@code specs}
     */
    public String kind() {
        return kind;
    }

    /**
     * Returns the id of the run.
     *
     * @return an id that is unique across processes
     */
    public String id() {
        return id;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RunContext that && kind.equals(that.kind) && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, id);
    }

    /** Returns kind and id. */
    @Override
    public String toString() {
        return kind + " " + id;
    }
}
