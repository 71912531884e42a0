/**
 * The plans and results of {@code ensure} and {@code update} for one connection. Values only: planning and applying are
 * internal and must not be added here. Reports of many connections belong in {@link io.github.qlikconnections.bulk}.
 */
@NullMarked
package io.github.qlikconnections.plan;

import org.jspecify.annotations.NullMarked;
