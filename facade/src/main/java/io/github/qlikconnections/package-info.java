/**
 * The client, its builder, and the interfaces of the operations on a tenant. Arguments and results belong in the
 * packages {@code model}, {@code plan}, {@code bulk}, {@code spec} and {@code validation}. HTTP and generated types
 * must not be used here.
 */
@NullMarked
package io.github.qlikconnections;

import org.jspecify.annotations.NullMarked;
