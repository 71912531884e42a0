/** A rate limit that several processes share over a store of Bucket4j. Classes of the store stay with the application. */
@NullMarked
package io.github.qlikconnections.bucket4j;

import org.jspecify.annotations.NullMarked;
