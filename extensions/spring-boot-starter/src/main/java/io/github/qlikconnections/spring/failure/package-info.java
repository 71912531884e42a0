/** Analyzers that explain why an application with unusable settings cannot start. */
@NullMarked
package io.github.qlikconnections.spring.failure;

import org.jspecify.annotations.NullMarked;
