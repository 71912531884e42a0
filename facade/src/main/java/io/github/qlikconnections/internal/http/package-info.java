/** How a request gets to the tenant and its answer back; the one place that builds an HTTP client, and it knows no generated types. */
@NullMarked
package io.github.qlikconnections.internal.http;

import org.jspecify.annotations.NullMarked;
