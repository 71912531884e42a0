/** Sends requests to the tenant. This is the only package that builds an HTTP client; it uses no generated types. */
@NullMarked
package io.github.qlikconnections.internal.http;

import org.jspecify.annotations.NullMarked;
