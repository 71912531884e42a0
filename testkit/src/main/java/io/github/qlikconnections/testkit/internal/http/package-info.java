/**
 * HTTP for the fake tenant: server, routing, error bodies, rate limits and delivery of responses. It does not depend on the services.
 */
@NullMarked
package io.github.qlikconnections.testkit.internal.http;

import org.jspecify.annotations.NullMarked;
