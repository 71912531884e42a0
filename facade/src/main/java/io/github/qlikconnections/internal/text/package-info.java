/**
 * Formats text for the messages of several packages: values, conditions and similar names. Detects names and strings that may
 * contain secrets.
 */
@NullMarked
package io.github.qlikconnections.internal.text;

import org.jspecify.annotations.NullMarked;
