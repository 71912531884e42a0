package io.github.qlikconnections.contract;

import io.github.qlikconnections.internal.http.TestMetrics;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails the test during which an exchange did not match the OpenAPI documents. Registered for every test of the module. */
public final class ContractExtension implements BeforeAllCallback, AfterEachCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(ContractExtension.class))
                .computeIfAbsent("summary", key -> (AutoCloseable) () -> TestMetrics.record(
                        "contract", ContractListener.checked() + " exchanges validated against the OpenAPI documents"));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        List<String> mismatches = ContractListener.drain();
        if (!mismatches.isEmpty()) {
            throw new AssertionError("Not as the OpenAPI documents say:\n  " + String.join("\n  ", mismatches));
        }
    }
}
