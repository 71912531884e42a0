package io.github.qlikconnections.invariants.spring;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.QlikClientBuilder;
import io.github.qlikconnections.event.RequestListener;
import io.github.qlikconnections.invariants.EventBalance;
import io.github.qlikconnections.invariants.TrackedClients;
import java.lang.reflect.Proxy;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.DestructionAwareBeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;

/** Tracks the clients of an application context until it closes them. */
public final class TrackedContext implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** By name, because the tests of the starter, which has the type, depend on this module. */
    private static final String CUSTOMIZER = "io.github.qlikconnections.spring.QlikClientBuilderCustomizer";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        EventBalance balance = new EventBalance();
        ConfigurableListableBeanFactory beans = context.getBeanFactory();
        beans.registerSingleton("trackedClients", customizerThatAdds(balance));
        beans.addBeanPostProcessor(new ClientBeans(balance));
    }

    private static Object customizerThatAdds(RequestListener listener) {
        Class<?> type = ClassUtils.resolveClassName(CUSTOMIZER, null);
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            ((QlikClientBuilder) arguments[0]).addListener(listener);
            return null;
        });
    }

    private record ClientBeans(EventBalance balance) implements DestructionAwareBeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (bean instanceof QlikClient client) {
                TrackedClients.trackUntilClosed(client, balance);
            }
            return bean;
        }

        @Override
        public boolean requiresDestruction(Object bean) {
            return bean instanceof QlikClient;
        }

        @Override
        public void postProcessBeforeDestruction(Object bean, String name) {
            TrackedClients.beforeClose((QlikClient) bean);
        }
    }
}
