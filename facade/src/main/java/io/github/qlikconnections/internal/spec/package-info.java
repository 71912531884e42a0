/** How a property schema is read and compiled; the only home of the JSON Schema engine, no HTTP. */
@NullMarked
package io.github.qlikconnections.internal.spec;

import org.jspecify.annotations.NullMarked;
