/**
 * Compares a draft with the connection that the tenant returned and creates the requests that remove the differences.
 *
 * <p>Rules of equality and the decision whether credentials are sent belong here. Requests to the tenant and name lookups do not: results
 * and the history of writes are passed in.
 */
@NullMarked
package io.github.qlikconnections.internal.compare;

import org.jspecify.annotations.NullMarked;
