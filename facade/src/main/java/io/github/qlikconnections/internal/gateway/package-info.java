/** Between generated and own types; the only package that sees generated classes, and it holds no workflow. */
@NullMarked
package io.github.qlikconnections.internal.gateway;

import org.jspecify.annotations.NullMarked;
