/** Compares a document that the vendor published with ours, for those who maintain the library. Nothing here is published. */
@NullMarked
package io.github.qlikconnections.specdiff;

import org.jspecify.annotations.NullMarked;
