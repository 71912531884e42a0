/**
 * A Qlik Cloud tenant that runs inside the test's own process; it must not share code with the client it is meant to check.
 */
@NullMarked
package io.github.qlikconnections.testkit;

import org.jspecify.annotations.NullMarked;
