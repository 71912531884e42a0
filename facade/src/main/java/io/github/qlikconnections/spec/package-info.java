/** What a data source says about its connection properties; pure, without HTTP. */
@NullMarked
package io.github.qlikconnections.spec;

import org.jspecify.annotations.NullMarked;
