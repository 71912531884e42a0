/** What a call of a public interface does, step by step over the gateways; no HTTP, no generated types. */
@NullMarked
package io.github.qlikconnections.internal.workflow;

import org.jspecify.annotations.NullMarked;
