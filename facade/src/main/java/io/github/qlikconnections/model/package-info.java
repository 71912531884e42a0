/** Values that go to and come from the API; immutable, and no wire or JSON-library type in them. */
@NullMarked
package io.github.qlikconnections.model;

import org.jspecify.annotations.NullMarked;
