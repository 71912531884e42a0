/** What users call: the client and the interfaces it hands out; nothing here knows HTTP or generated types. */
@NullMarked
package io.github.qlikconnections;

import org.jspecify.annotations.NullMarked;
