/**
 * The credentials of a client, and the type of secret values. Token requests and signing are internal and must not be
 * added here.
 */
@NullMarked
package io.github.qlikconnections.auth;

import org.jspecify.annotations.NullMarked;
