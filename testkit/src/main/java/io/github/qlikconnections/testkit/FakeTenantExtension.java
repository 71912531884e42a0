package io.github.qlikconnections.testkit;

import java.util.Objects;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts and closes a {@link FakeTenant} for tests with JUnit Jupiter, version 5.10 or later. Registered on an instance
 * field it gives each test a new tenant. Registered on a static field or with {@code @ExtendWith} on a class it gives all
 * tests of the class, and of the classes nested in it, one tenant.
 *
 * <pre>{@code
 * @RegisterExtension
 * FakeTenantExtension extension = FakeTenantExtension.create();
 *
 * FakeTenant tenant = extension.tenant();
 * }</pre>
 *
 * <p>Tests and lifecycle methods can also take the tenant as a parameter, if only one is registered:
 *
 * <pre>{@code
 * @ExtendWith(FakeTenantExtension.class)
 * class OrdersTest {
 *     @Test
 *     void createsTheConnection(FakeTenant tenant) { … }
 * }
 * }</pre>
 *
 * <p>This class is thread-safe. It is the only one of the testkit that needs JUnit.
 */
@SuppressWarnings("exports") // A module that registers an extension requires JUnit itself.
public final class FakeTenantExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    private final FakeTenant tenant;
    private int depth;

    /** Creates an extension with a tenant that has the default settings, for {@code @ExtendWith}. */
    public FakeTenantExtension() {
        this(FakeTenant.builder().build());
    }

    private FakeTenantExtension(FakeTenant tenant) {
        this.tenant = Objects.requireNonNull(tenant, "tenant");
    }

    /**
     * Creates an extension with a tenant that has the default settings.
     *
     * @return the extension
     */
    public static FakeTenantExtension create() {
        return new FakeTenantExtension();
    }

    /**
     * Creates an extension with a given tenant.
     *
     * @param tenant the tenant, from {@link FakeTenantBuilder#build()}
     * @return the extension
     */
    public static FakeTenantExtension of(FakeTenant tenant) {
        return new FakeTenantExtension(tenant);
    }

    /**
     * Returns the tenant. It is running from JUnit's first callback to its last.
     *
     * @return the tenant, always the same instance
     */
    public FakeTenant tenant() {
        return tenant;
    }

    private synchronized void enter() {
        depth++;
        tenant.open();
    }

    private synchronized void leave() {
        depth--;
        if (depth == 0) {
            tenant.close();
        }
    }

    /**
     * Starts the tenant.
     *
     * @param context not used
     */
    @Override
    public void beforeAll(ExtensionContext context) {
        enter();
    }

    /**
     * Starts the tenant unless it is running.
     *
     * @param context not used
     */
    @Override
    public void beforeEach(ExtensionContext context) {
        enter();
    }

    /**
     * Closes the tenant unless it was started for all tests of the class.
     *
     * @param context not used
     */
    @Override
    public void afterEach(ExtensionContext context) {
        leave();
    }

    /**
     * Closes the tenant.
     *
     * @param context not used
     */
    @Override
    public void afterAll(ExtensionContext context) {
        leave();
    }

    /**
     * Returns whether a parameter is a tenant.
     *
     * @param parameter the parameter
     * @param context not used
     * @return true if its type is {@link FakeTenant}
     */
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == FakeTenant.class;
    }

    /**
     * Returns the tenant for a parameter.
     *
     * @param parameter not used
     * @param context not used
     * @return the tenant
     */
    @Override
    public FakeTenant resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return tenant;
    }
}
