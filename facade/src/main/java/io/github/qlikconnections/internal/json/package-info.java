/** Parses and formats JSON text as plain Java values, with limits against hostile input. */
@NullMarked
package io.github.qlikconnections.internal.json;

import org.jspecify.annotations.NullMarked;
