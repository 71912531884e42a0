/**
 * What the generated classes are called with: requests, a sender and its failure. Generated code lives in the packages below;
 * nothing that knows of the facade's retries, limits or errors belongs here.
 */
package io.github.qlikconnections.client;
