package io.github.qlikconnections.invariants;

import static org.awaitility.Awaitility.await;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.QlikClientBuilder;
import io.github.qlikconnections.internal.workflow.ConnectionPoolProbe;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntSupplier;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** Builds the clients of all tests, so that {@link ClientInvariants} can check them. Thread-safe. */
public final class TrackedClients {

    /** The thread that ends a request may return the connection a moment after the call has ended. */
    private static final Duration RETURN_TIME = Duration.ofSeconds(5);

    private static final Queue<Tracked> CLIENTS = new ConcurrentLinkedQueue<>();
    private static final Queue<String> PROBLEMS_OF_CLOSED_CLIENTS = new ConcurrentLinkedQueue<>();

    private record Tracked(EventBalance balance, IntSupplier leased) {}

    private TrackedClients() {}

    /** Builds a client whose connections and events are checked when it is closed and when the test ends. */
    public static QlikClient build(QlikClientBuilder builder) {
        EventBalance balance = new EventBalance();
        QlikClient client = builder.addListener(balance).build();
        track(balance, () -> ConnectionPoolProbe.leasedConnections(client));
        return (QlikClient) Proxy.newProxyInstance(
                QlikClient.class.getClassLoader(), new Class<?>[] {QlikClient.class}, new Tracking(client));
    }

    /** Counts the connections that such a client has leased now. */
    public static int leased(QlikClient client) {
        return ConnectionPoolProbe.leasedConnections(((Tracking) Proxy.getInvocationHandler(client)).client());
    }

    /** Checks the leases before a client is closed, since the pool of a closed client has none. */
    private record Tracking(QlikClient client) implements InvocationHandler {

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object[] arguments) throws Throwable {
            if (method.getName().equals("close")) {
                noteLeases();
            }
            try {
                return method.invoke(client, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        private void noteLeases() {
            try {
                await().atMost(RETURN_TIME)
                        .pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> ConnectionPoolProbe.leasedConnections(client) == 0);
            } catch (ConditionTimeoutException e) {
                PROBLEMS_OF_CLOSED_CLIENTS.add(ConnectionPoolProbe.leasedConnections(client)
                        + " leased connections of a client that is closed");
            }
        }
    }

    /** Checks these events, and how many connections are leased, when the test ends. */
    public static void track(EventBalance balance, IntSupplier leased) {
        CLIENTS.add(new Tracked(balance, leased));
    }

    static List<String> problems() {
        List<String> problems = new ArrayList<>(PROBLEMS_OF_CLOSED_CLIENTS);
        for (Tracked client : CLIENTS) {
            int leased = client.leased().getAsInt();
            if (leased != 0) {
                problems.add(leased + " leased connections");
            }
            problems.addAll(client.balance().problems());
        }
        return problems;
    }

    static void clear() {
        CLIENTS.clear();
        PROBLEMS_OF_CLOSED_CLIENTS.clear();
    }
}
