/** Runnable example programs. They are not part of the API. */
@NullMarked
package io.github.qlikconnections.examples;

import org.jspecify.annotations.NullMarked;
