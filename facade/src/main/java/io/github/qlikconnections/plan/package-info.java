/**
 * What {@code ensure} would do to a connection and why: the plan, its compared values and their statuses. Values only: reading the
 * tenant and carrying out a plan belong to {@link io.github.qlikconnections.DataConnections}.
 */
@NullMarked
package io.github.qlikconnections.plan;

import org.jspecify.annotations.NullMarked;
