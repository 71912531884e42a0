/** Who the caller is, and the values that must never be shown; no HTTP. */
@NullMarked
package io.github.qlikconnections.auth;

import org.jspecify.annotations.NullMarked;
