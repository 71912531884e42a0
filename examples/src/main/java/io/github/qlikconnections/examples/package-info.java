/** Programs that show the library at work; each can be run, and none is part of what users depend on. */
@NullMarked
package io.github.qlikconnections.examples;

import org.jspecify.annotations.NullMarked;
