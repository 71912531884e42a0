/** Every exception the library throws; no value of a secret and no raw body in any of them. */
@NullMarked
package io.github.qlikconnections.error;

import org.jspecify.annotations.NullMarked;
