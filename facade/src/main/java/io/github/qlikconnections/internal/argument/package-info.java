/** Checks of the arguments of public methods. */
@NullMarked
package io.github.qlikconnections.internal.argument;

import org.jspecify.annotations.NullMarked;
