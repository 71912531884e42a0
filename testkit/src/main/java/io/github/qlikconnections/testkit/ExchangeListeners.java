package io.github.qlikconnections.testkit;

import java.util.List;
import java.util.ServiceLoader;

/** Notifies all listeners that are installed in this JVM. This class is thread-safe. */
final class ExchangeListeners implements ExchangeListener {

    private final List<ExchangeListener> installed;

    private ExchangeListeners(List<ExchangeListener> installed) {
        this.installed = installed;
    }

    static ExchangeListeners installed() {
        return new ExchangeListeners(
                ServiceLoader.load(ExchangeListener.class, ExchangeListener.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList());
    }

    boolean any() {
        return !installed.isEmpty();
    }

    @Override
    public void onExchange(ReceivedRequest request, int status, String contentType, String body) {
        for (ExchangeListener listener : installed) {
            try {
                listener.onExchange(request, status, contentType, body);
            } catch (RuntimeException e) {
                // A failing listener must not change the response.
            }
        }
    }
}
