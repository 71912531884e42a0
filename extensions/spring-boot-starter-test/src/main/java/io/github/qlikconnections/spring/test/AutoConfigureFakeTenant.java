package io.github.qlikconnections.spring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * Connects the clients of a Spring Boot test to a {@link io.github.qlikconnections.testkit.FakeTenant} that is started with the
 * application context and closed with it.
 *
 * <pre>{@code
 * @SpringBootTest
 * @AutoConfigureFakeTenant
 * class OrdersTest {
 *     @Autowired
 *     FakeTenant tenant;
 * }
 * }</pre>
 *
 * <p>The tenant is reset before each test method. Tests share the application context as usual, and with it the tenant and the
 * cache of specifications. The settings of the tenant and the credentials are not used. A {@code FakeTenant} bean of the test
 * replaces the one with default settings.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ImportAutoConfiguration
public @interface AutoConfigureFakeTenant {}
