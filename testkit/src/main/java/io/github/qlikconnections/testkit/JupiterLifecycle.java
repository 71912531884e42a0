package io.github.qlikconnections.testkit;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Opens at the first of JUnit's callbacks and closes at the last: an instance field lives for one test, a static field
 * for all tests of its class and of the classes nested in it.
 */
abstract class JupiterLifecycle implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private int depth;

    abstract void open();

    abstract void shut();

    private synchronized void enter() {
        depth++;
        open();
    }

    private synchronized void leave() {
        depth--;
        if (depth == 0) {
            shut();
        }
    }

    /**
     * Called by JUnit for a static field.
     *
     * @param context not used
     */
    @Override
    public void beforeAll(ExtensionContext context) {
        enter();
    }

    /**
     * Called by JUnit before each test.
     *
     * @param context not used
     */
    @Override
    public void beforeEach(ExtensionContext context) {
        enter();
    }

    /**
     * Called by JUnit after each test.
     *
     * @param context not used
     */
    @Override
    public void afterEach(ExtensionContext context) {
        leave();
    }

    /**
     * Called by JUnit for a static field.
     *
     * @param context not used
     */
    @Override
    public void afterAll(ExtensionContext context) {
        leave();
    }
}
