/**
 * The interface between the generated classes and the code that sends their requests. The generated classes are in the
 * packages below. Retries, rate limits and error mapping belong to the implementation of {@code ApiClient}, not here.
 */
package io.github.qlikconnections.client;
