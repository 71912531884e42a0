/** The settings of a client that have a default, a system property and an environment variable, and where their values come from. */
@NullMarked
package io.github.qlikconnections.internal.configuration;

import org.jspecify.annotations.NullMarked;
