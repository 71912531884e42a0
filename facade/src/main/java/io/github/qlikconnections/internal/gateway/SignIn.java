package io.github.qlikconnections.internal.gateway;

import io.github.qlikconnections.model.DataConnection;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What the tenant answers to a create that asks for the address of an interactive sign-in: one of the two.
 *
 * @param authUrl where a person signs in
 * @param created the connection, when the source needs no sign-in
 */
public record SignIn(@Nullable URI authUrl, @Nullable DataConnection created) {}
