/**
 * The supertype of all exceptions of the library, and the exceptions for errors of the tenant, of the transport and of
 * names. An exception must not contain a secret or a raw body. An exception with a report belongs in the package of
 * the report: {@link io.github.qlikconnections.validation} or {@link io.github.qlikconnections.bulk}.
 */
@NullMarked
package io.github.qlikconnections.error;

import org.jspecify.annotations.NullMarked;
