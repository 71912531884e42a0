package io.github.qlikconnections.internal.workflow;

import java.util.List;

/** The reason why a data source has no specification. */
sealed interface UnavailableSource {

    /** The tenant has the data source, but it is disabled. */
    record Disabled() implements UnavailableSource {}

    /**
     * The tenant has no data source of this id.
     *
     * @param nearestIds the most similar ids, sorted by similarity
     */
    record Unknown(List<String> nearestIds) implements UnavailableSource {}
}
