package io.github.qlikconnections;

import io.github.qlikconnections.model.Space;
import java.util.Optional;

/**
 * The spaces that connections can live in: list and get of the spaces document of the API. Thread-safe.
 *
 * <p>Every method can throw the types of {@link io.github.qlikconnections.error}.
 */
public interface Spaces {

    /**
     * Lists the spaces that the caller can see ({@code GET /spaces}), 100 to a page. Nothing is fetched before the first item is read.
     *
     * @return the spaces in the order of the tenant
     */
    Paged<Space> list();

    /**
     * Finds the space of exactly this name. The API searches for parts of names and without regard to case; this does not.
     *
     * @param name the whole name; case matters
     * @return the space, empty when the caller can see none of this name
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
