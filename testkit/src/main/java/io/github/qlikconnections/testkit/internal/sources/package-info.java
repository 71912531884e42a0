/**
 * The data sources of the fake tenant and their service. This package does not depend on connections.
 */
@NullMarked
package io.github.qlikconnections.testkit.internal.sources;

import org.jspecify.annotations.NullMarked;
