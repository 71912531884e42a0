/** A {@link io.github.qlikconnections.testkit.FakeTenant} for tests of Spring Boot applications. */
@NullMarked
package io.github.qlikconnections.spring.test;

import org.jspecify.annotations.NullMarked;
