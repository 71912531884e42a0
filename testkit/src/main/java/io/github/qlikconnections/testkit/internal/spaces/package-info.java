/**
 * The spaces of the fake tenant and the service that lists them; no connection is known here.
 */
@NullMarked
package io.github.qlikconnections.testkit.internal.spaces;

import org.jspecify.annotations.NullMarked;
