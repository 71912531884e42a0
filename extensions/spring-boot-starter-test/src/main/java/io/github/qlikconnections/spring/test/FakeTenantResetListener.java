package io.github.qlikconnections.spring.test;

import io.github.qlikconnections.testkit.FakeTenant;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.TestExecutionListener;

/** Resets the {@link FakeTenant} beans of a test with {@link AutoConfigureFakeTenant} before each test method. */
final class FakeTenantResetListener implements TestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext test) {
        if (TestContextAnnotationUtils.hasAnnotation(test.getTestClass(), AutoConfigureFakeTenant.class)) {
            test.getApplicationContext()
                    .getBeansOfType(FakeTenant.class)
                    .values()
                    .forEach(FakeTenant::reset);
        }
    }
}
