/**
 * The values of the API: what is read from the tenant, and the drafts, patches, queries and options that are given to it. Immutable and without
 * types of the wire format or of a JSON library.
 */
@NullMarked
package io.github.qlikconnections.model;

import org.jspecify.annotations.NullMarked;
