/**
 * The implementation of {@code FakeTenant}. It is not part of the API and may change with every release.
 */
@NullMarked
package io.github.qlikconnections.testkit.internal;

import org.jspecify.annotations.NullMarked;
