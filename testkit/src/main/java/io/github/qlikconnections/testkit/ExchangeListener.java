package io.github.qlikconnections.testkit;

/**
 * Sees every request that a {@link FakeTenant} answers by itself, with the answer; scripted answers are not shown. A test run can
 * hold all of them against the API's documents.
 *
 * <p>Every FakeTenant of a JVM tells the witnesses that {@link java.util.ServiceLoader} finds. Called by several threads at once;
 * what it throws is ignored.
 */
@FunctionalInterface
public interface ExchangeListener {

    /**
     * A request was answered.
     *
     * @param request what arrived
     * @param status the status of the answer
     * @param contentType the media type of the answer, empty for none
     * @param body the body of the answer, empty for none
     */
    void onExchange(ReceivedRequest request, int status, String contentType, String body);
}
