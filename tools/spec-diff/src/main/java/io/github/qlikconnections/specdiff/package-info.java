/** Compares OpenAPI documents of the vendor with ours, for maintainers of the library. Not published. */
@NullMarked
package io.github.qlikconnections.specdiff;

import org.jspecify.annotations.NullMarked;
