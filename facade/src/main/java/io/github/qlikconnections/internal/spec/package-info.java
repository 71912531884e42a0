/**
 * Prepares, compiles and evaluates the JSON Schema of a data source. This is the only package that uses the schema engine.
 *
 * <p>Rules and messages for drafts belong to {@code internal.validation}. HTTP and generated types must not be used here.
 */
@NullMarked
package io.github.qlikconnections.internal.spec;

import org.jspecify.annotations.NullMarked;
