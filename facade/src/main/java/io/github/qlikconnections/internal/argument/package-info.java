/** Null checks for arguments of public methods. Checks that need domain rules belong to the type that they protect. */
@NullMarked
package io.github.qlikconnections.internal.argument;

import org.jspecify.annotations.NullMarked;
