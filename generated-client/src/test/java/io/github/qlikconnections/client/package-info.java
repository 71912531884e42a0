/** Tests that hold the generated classes to what the facade relies on. No test of the generator itself. */
package io.github.qlikconnections.client;
