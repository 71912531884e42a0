/** The specification of a data source: its connection properties and the differences of two versions. Pure, without HTTP. */
@NullMarked
package io.github.qlikconnections.spec;

import org.jspecify.annotations.NullMarked;
