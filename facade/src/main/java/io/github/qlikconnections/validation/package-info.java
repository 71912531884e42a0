/**
 * The result of a validation: the report, its violations, the exceptions that hold them, and the policy. The rules themselves are not here.
 * Pure, without HTTP.
 */
@NullMarked
package io.github.qlikconnections.validation;

import org.jspecify.annotations.NullMarked;
