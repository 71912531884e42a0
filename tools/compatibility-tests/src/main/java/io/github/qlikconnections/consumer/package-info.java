/** A program that sees the library from outside, as a jar among others; what is tested is that it compiles and runs. */
package io.github.qlikconnections.consumer;
