/** Counts the tests of a build from the reports that surefire wrote. */
@NullMarked
package io.github.qlikconnections.testsummary;

import org.jspecify.annotations.NullMarked;
