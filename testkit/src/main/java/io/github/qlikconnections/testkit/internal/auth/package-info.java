/**
 * Who calls: API keys, OAuth clients and their tokens; nothing here decides what a caller may do with a connection.
 */
@NullMarked
package io.github.qlikconnections.testkit.internal.auth;

import org.jspecify.annotations.NullMarked;
