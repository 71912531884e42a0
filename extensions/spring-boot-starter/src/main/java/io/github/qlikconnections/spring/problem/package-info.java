/** Responses with problem details (RFC 9457) for the exceptions of the library. */
@NullMarked
package io.github.qlikconnections.spring.problem;

import org.jspecify.annotations.NullMarked;
