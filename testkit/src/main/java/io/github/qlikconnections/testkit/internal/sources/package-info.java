/**
 * The data sources of the fake tenant and the service that tells of them; no connection is known here.
 */
@NullMarked
package io.github.qlikconnections.testkit.internal.sources;

import org.jspecify.annotations.NullMarked;
