/** Counts the tests of a build from the Surefire reports. */
@NullMarked
package io.github.qlikconnections.testsummary;

import org.jspecify.annotations.NullMarked;
