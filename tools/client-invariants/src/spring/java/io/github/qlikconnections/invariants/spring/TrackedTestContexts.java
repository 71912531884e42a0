package io.github.qlikconnections.invariants.spring;

import io.github.qlikconnections.invariants.TrackedClients;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/** Tracks the clients of each context of the Spring TestContext Framework, such as that of a {@code @SpringBootTest}. */
public final class TrackedTestContexts implements ContextCustomizerFactory {

    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configuration) {
        TrackedClients.share(testClass);
        return new Customizer();
    }

    /** All instances are equal, so that test classes share their context. */
    private record Customizer() implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            new TrackedContext().initialize(context);
        }
    }
}
