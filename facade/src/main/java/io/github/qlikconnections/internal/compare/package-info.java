/**
 * The comparison of a draft with the connection that the tenant returned, and the write that makes up for the difference. Pure: no
 * request is sent from here, and what a client remembers of its writes is handed in.
 */
@NullMarked
package io.github.qlikconnections.internal.compare;

import org.jspecify.annotations.NullMarked;
