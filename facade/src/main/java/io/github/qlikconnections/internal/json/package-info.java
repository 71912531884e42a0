/** JSON text to plain Java values and back, bounded against hostile input; no wire types and no rules. */
@NullMarked
package io.github.qlikconnections.internal.json;

import org.jspecify.annotations.NullMarked;
