/** The rules that a draft is held against; pure, no HTTP and no generated types. */
@NullMarked
package io.github.qlikconnections.internal.validation;

import org.jspecify.annotations.NullMarked;
