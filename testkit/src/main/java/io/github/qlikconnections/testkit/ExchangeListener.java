package io.github.qlikconnections.testkit;

/**
 * Receives the exchanges that a {@link FakeTenant} handles itself. Stubbed responses are not reported. A test run can use it
 * to validate all exchanges against the OpenAPI documents.
 *
 * <p>Every {@link FakeTenant} of a JVM notifies the listeners that {@link java.util.ServiceLoader} finds. Implementations must be
 * thread-safe. Exceptions that they throw are ignored.
 */
@FunctionalInterface
public interface ExchangeListener {

    /**
     * Receives an exchange whose response is about to be sent.
     *
     * @param request the request
     * @param status the status of the response
     * @param contentType the media type of the response, empty if it has none
     * @param body the body of the response, empty if it has none
     */
    void onExchange(ReceivedRequest request, int status, String contentType, String body);
}
