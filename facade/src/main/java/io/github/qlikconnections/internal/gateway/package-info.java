/** Maps between the generated client and the types of the library. Only this package uses generated classes. */
@NullMarked
package io.github.qlikconnections.internal.gateway;

import org.jspecify.annotations.NullMarked;
