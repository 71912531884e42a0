/** Compares the responses of a real tenant with the OpenAPI documents. */
@NullMarked
package io.github.qlikconnections.livedrift;

import org.jspecify.annotations.NullMarked;
