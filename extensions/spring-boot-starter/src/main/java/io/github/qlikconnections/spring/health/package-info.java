/** The health indicator of the tenant, for the health API of Spring Boot 3.5 and for that of 4.x. */
@NullMarked
package io.github.qlikconnections.spring.health;

import org.jspecify.annotations.NullMarked;
