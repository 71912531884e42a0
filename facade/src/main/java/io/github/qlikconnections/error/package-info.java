/**
 * The root of all exceptions of the library, and the exceptions for errors of the tenant, of the transport and of names. None holds a secret
 * or a raw body. An exception that holds a report is in the package of the report: {@link io.github.qlikconnections.validation} and {@link
 * io.github.qlikconnections.bulk}.
 */
@NullMarked
package io.github.qlikconnections.error;

import org.jspecify.annotations.NullMarked;
