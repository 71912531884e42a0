/** The member names of the wire format that more than one package needs, each written once. Constants only. */
@NullMarked
package io.github.qlikconnections.internal.wire;

import org.jspecify.annotations.NullMarked;
