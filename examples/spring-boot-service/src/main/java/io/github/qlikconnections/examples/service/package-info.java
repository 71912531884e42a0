/**
 * A service with Spring Boot that creates connections, lists those of a space with their owners, and rotates credentials. It has
 * no login of its own.
 */
@NullMarked
package io.github.qlikconnections.examples.service;

import org.jspecify.annotations.NullMarked;
