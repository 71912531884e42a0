/** What the library costs, inside a process and as a whole process; nothing here is published or tested for time. */
@NullMarked
package io.github.qlikconnections.benchmarks;

import org.jspecify.annotations.NullMarked;
