/**
 * The data connections and data credentials services and their state.
 */
@NullMarked
package io.github.qlikconnections.testkit.internal.connections;

import org.jspecify.annotations.NullMarked;
