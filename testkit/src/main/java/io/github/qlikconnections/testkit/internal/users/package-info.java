/**
 * The users of the fake tenant and their service. This package does not depend on connections.
 */
@NullMarked
package io.github.qlikconnections.testkit.internal.users;

import org.jspecify.annotations.NullMarked;
