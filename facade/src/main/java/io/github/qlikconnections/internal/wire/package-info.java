/** Names of the wire format that more than one package needs. Each name is written once. Constants only. */
@NullMarked
package io.github.qlikconnections.internal.wire;

import org.jspecify.annotations.NullMarked;
