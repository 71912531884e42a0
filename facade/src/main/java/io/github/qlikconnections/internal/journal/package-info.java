/**
 * The journal of a run over many connections: a file with what was intended before each write request and its outcome after it, so that a
 * run survives the end of its process. What the items of a run are and how they are settled belongs in
 * {@link io.github.qlikconnections.internal.workflow}.
 */
@NullMarked
package io.github.qlikconnections.internal.journal;

import org.jspecify.annotations.NullMarked;
