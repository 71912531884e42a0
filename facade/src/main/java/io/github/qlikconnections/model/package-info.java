/**
 * Values of the API: the objects that the tenant returns, and the drafts, patches, queries and options of requests.
 * They are immutable and contain no types of the wire format or of a JSON library.
 */
@NullMarked
package io.github.qlikconnections.model;

import org.jspecify.annotations.NullMarked;
