/**
 * The result of a validation: the report, its violations, the exceptions with violations, and the policy. The rules are
 * internal and must not be added here, nor any HTTP.
 */
@NullMarked
package io.github.qlikconnections.validation;

import org.jspecify.annotations.NullMarked;
