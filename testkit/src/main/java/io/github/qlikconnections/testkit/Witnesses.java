package io.github.qlikconnections.testkit;

import java.util.List;
import java.util.ServiceLoader;

/** All witnesses that are installed in this JVM. Thread-safe. */
final class Witnesses implements ExchangeWitness {

    private final List<ExchangeWitness> installed;

    private Witnesses(List<ExchangeWitness> installed) {
        this.installed = installed;
    }

    static Witnesses installed() {
        return new Witnesses(ServiceLoader.load(ExchangeWitness.class, ExchangeWitness.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    boolean any() {
        return !installed.isEmpty();
    }

    @Override
    public void answered(ReceivedRequest request, int status, String contentType, String body) {
        for (ExchangeWitness witness : installed) {
            try {
                witness.answered(request, status, contentType, body);
            } catch (RuntimeException e) {
                // A witness watches; it does not take part.
            }
        }
    }
}
