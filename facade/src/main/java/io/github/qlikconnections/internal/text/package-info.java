/**
 * Text that the messages of several packages share: values and conditions as words, similar names, and the names and strings that may hold
 * secrets. Sentences of one rule stay with the rule.
 */
@NullMarked
package io.github.qlikconnections.internal.text;

import org.jspecify.annotations.NullMarked;
