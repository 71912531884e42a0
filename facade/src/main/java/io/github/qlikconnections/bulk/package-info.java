/**
 * The options, items, outcomes and reports of operations on many connections, and the exceptions with a report. Values
 * only: the execution is internal. The result of one connection belongs in {@link io.github.qlikconnections.plan}.
 */
@NullMarked
package io.github.qlikconnections.bulk;

import org.jspecify.annotations.NullMarked;
