/**
 * Specifications of data sources: their connection properties, the differences between two versions, and specification files.
 *
 * <p>Types of this package send no requests. Schema evaluation belongs to {@code internal.spec}, validation of drafts to
 * {@code internal.validation}.
 */
@NullMarked
package io.github.qlikconnections.spec;

import org.jspecify.annotations.NullMarked;
