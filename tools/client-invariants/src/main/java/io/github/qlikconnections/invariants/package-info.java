/** Checks after each test that the clients of the test have left nothing behind. JUnit finds the extension by itself. */
@NullMarked
package io.github.qlikconnections.invariants;

import org.jspecify.annotations.NullMarked;
