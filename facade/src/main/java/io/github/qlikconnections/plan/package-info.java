/**
 * The changes that {@code ensure} and {@code update} plan and make: the plan, its compared values, and the result of one connection. Values
 * only: {@link io.github.qlikconnections.DataConnections} reads the tenant and applies plans. The reports of many connections belong into
 * {@link io.github.qlikconnections.bulk}.
 */
@NullMarked
package io.github.qlikconnections.plan;

import org.jspecify.annotations.NullMarked;
