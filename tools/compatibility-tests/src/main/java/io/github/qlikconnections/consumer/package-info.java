/** An application with the library as a dependency. The tests compile and run it. */
package io.github.qlikconnections.consumer;
