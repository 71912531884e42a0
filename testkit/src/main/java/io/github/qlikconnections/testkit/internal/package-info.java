/**
 * What stands behind {@code FakeTenant}; none of it is for users, and it may change with every release.
 */
@NullMarked
package io.github.qlikconnections.testkit.internal;

import org.jspecify.annotations.NullMarked;
