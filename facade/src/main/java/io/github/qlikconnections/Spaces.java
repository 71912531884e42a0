package io.github.qlikconnections;

import io.github.qlikconnections.model.Space;
import java.util.Optional;

/**
 * Reads the spaces that can contain connections (document spaces of the API).
 *
 * <p>Every method can throw the exceptions of {@link io.github.qlikconnections.error}.
 *
 * <p>This class is thread-safe.
 */
public interface Spaces {

    /**
     * Lists the spaces that the caller can see ({@code GET /spaces}), 100 per page. The first page is fetched when the
     * first item is read.
     *
     * @return the spaces in the order of the response
     */
    Paged<Space> list();

    /**
     * Finds the space with exactly this name ({@code GET /spaces} with a filter). Letter case matters. The search of
     * the API is case-insensitive and matches parts of names, so its result is filtered.
     *
     * @param name the whole name
     * @return the space; empty if the caller can see none of this name
     */
    Optional<Space> findByName(String name);

    /**
     * Gets one space ({@code GET /spaces/{spaceId}}).
     *
     * @param spaceId the id
     * @return the space
     * @throws io.github.qlikconnections.error.NotFoundException if there is none of this id or the caller has no access
     */
    Space get(String spaceId);
}
