/** Benchmarks of the library within a process and for whole processes. They are not published. */
@NullMarked
package io.github.qlikconnections.benchmarks;

import org.jspecify.annotations.NullMarked;
