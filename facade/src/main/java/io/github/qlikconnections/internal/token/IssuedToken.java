package io.github.qlikconnections.internal.token;

import io.github.qlikconnections.auth.Secret;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A token as the tenant issued it.
 *
 * @param token the access token
 * @param lifetime how long it is good, or null when the tenant did not say
 */
record IssuedToken(Secret token, @Nullable Duration lifetime) {}
