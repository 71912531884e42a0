/**
 * Validates drafts: schema failures, rules beyond the schema, and the messages and renderers of reports.
 *
 * <p>Classes of this package have no side effects. Requests, generated types and the schema engine itself must not be used here.
 */
@NullMarked
package io.github.qlikconnections.internal.validation;

import org.jspecify.annotations.NullMarked;
