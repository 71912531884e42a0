/**
 * Auto-configuration of a {@link io.github.qlikconnections.QlikClient} for Spring Boot 3.5 and 4.1: the settings, the factory of
 * clients, and the types with which an application changes what is configured.
 */
@NullMarked
package io.github.qlikconnections.spring;

import org.jspecify.annotations.NullMarked;
