/** Names and formats of the wire protocol that several packages share. Code that sends requests does not belong here. */
@NullMarked
package io.github.qlikconnections.internal.wire;

import org.jspecify.annotations.NullMarked;
