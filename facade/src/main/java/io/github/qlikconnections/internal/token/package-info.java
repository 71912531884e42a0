/** Where bearer tokens come from and when they are renewed; it sends over the transport and knows no HTTP client of its own. */
@NullMarked
package io.github.qlikconnections.internal.token;

import org.jspecify.annotations.NullMarked;
