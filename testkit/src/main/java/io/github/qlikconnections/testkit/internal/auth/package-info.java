/**
 * Authentication: API keys, OAuth clients and their access tokens. Authorization for connections is not part of this package.
 */
@NullMarked
package io.github.qlikconnections.testkit.internal.auth;

import org.jspecify.annotations.NullMarked;
