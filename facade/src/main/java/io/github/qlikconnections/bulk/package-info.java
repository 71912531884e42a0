/**
 * Operations on many connections: the options, items, outcomes and reports of a run, and the exceptions that hold a report. The result of
 * one connection belongs into {@link io.github.qlikconnections.plan}.
 */
@NullMarked
package io.github.qlikconnections.bulk;

import org.jspecify.annotations.NullMarked;
