/**
 * Data connections and data credentials, which live and die together, and the two services that serve them.
 */
@NullMarked
package io.github.qlikconnections.testkit.internal.connections;

import org.jspecify.annotations.NullMarked;
