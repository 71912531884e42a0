/**
 * An in-process Qlik Cloud tenant for tests. It does not share code with the client, because it verifies the client.
 */
@NullMarked
package io.github.qlikconnections.testkit;

import org.jspecify.annotations.NullMarked;
