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
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** Builds the clients of all tests, so that {@link ClientInvariants} can check them. Thread-safe. */
public final class TrackedClients {

    /** The thread that ends a request may finish, and return the connection, a moment after the call has ended. */
    static final ConditionFactory SOON = await().atMost(Duration.ofSeconds(5))
            .pollDelay(Duration.ZERO)
            .pollInterval(Duration.ofMillis(5))
            .pollInSameThread()
            .dontCatchUncaughtExceptions();

    private static final Queue<Tracked> CLIENTS = new ConcurrentLinkedQueue<>();
    private static final Map<QlikClient, EventBalance> CLIENTS_OF_CONTEXTS = new ConcurrentHashMap<>();
    private static final Set<Class<?>> SHARING_TESTS = ConcurrentHashMap.newKeySet();
    private static final Queue<String> PROBLEMS_OF_CLOSED_CLIENTS = new ConcurrentLinkedQueue<>();

    private record Tracked(EventBalance balance, IntSupplier leased) {}

    private TrackedClients() {}

    /** Builds a client whose connections and events are checked when it is closed and when the test ends. */
    public static QlikClient build(QlikClientBuilder builder) {
        return build(builder, QlikClientBuilder::build);
    }

    /** Has a client built by code under test, and checks it like the others. */
    public static QlikClient build(QlikClientBuilder builder, Function<QlikClientBuilder, QlikClient> code) {
        EventBalance balance = new EventBalance();
        QlikClient client = code.apply(builder.addListener(balance));
        track(balance, () -> leased(client));
        return (QlikClient) Proxy.newProxyInstance(
                QlikClient.class.getClassLoader(), new Class<?>[] {QlikClient.class}, new Tracking(client));
    }

    /** Counts the connections that a client has leased now. */
    public static int leased(QlikClient client) {
        boolean isTracked = Proxy.isProxyClass(client.getClass());
        return ConnectionPoolProbe.leasedConnections(
                isTracked ? ((Tracking) Proxy.getInvocationHandler(client)).client() : client);
    }

    /** Checks the leases before a client is closed, since the pool of a closed client has none. */
    private record Tracking(QlikClient client) implements InvocationHandler {

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object[] arguments) throws Throwable {
            if (method.getName().equals("close")) {
                noteLeases(client);
            }
            try {
                return method.invoke(client, arguments);
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        }
    }

    private static void noteLeases(QlikClient client) {
        try {
            SOON.until(() -> leased(client) == 0);
        } catch (ConditionTimeoutException e) {
            PROBLEMS_OF_CLOSED_CLIENTS.add(leased(client) + " leased connections of a client that is closed");
        }
    }

    /** Checks these events, and how many connections are leased, when the test ends. */
    public static void track(EventBalance balance, IntSupplier leased) {
        CLIENTS.add(new Tracked(balance, leased));
    }

    /** Notes that the tests of a class share clients, like those of a class with {@link SharedClient}. */
    public static void share(Class<?> testClass) {
        SHARING_TESTS.add(testClass);
    }

    static boolean areShared(Class<?> testClass) {
        return testClass.isAnnotationPresent(SharedClient.class) || SHARING_TESTS.contains(testClass);
    }

    /** Checks a client of an application context, which several tests may share, until {@link #beforeClose}. */
    public static void trackUntilClosed(QlikClient client, EventBalance balance) {
        CLIENTS_OF_CONTEXTS.put(client, balance);
    }

    /** Checks the leases of a client that an application context is about to close. */
    public static void beforeClose(QlikClient client) {
        noteLeases(client);
        EventBalance balance = CLIENTS_OF_CONTEXTS.remove(client);
        if (balance != null) {
            track(balance, () -> 0);
        }
    }

    /** Returns what the clients have not ended, empty between two requests. */
    public static List<String> problems() {
        List<String> problems = new ArrayList<>(PROBLEMS_OF_CLOSED_CLIENTS);
        List<Tracked> clients = new ArrayList<>(CLIENTS);
        CLIENTS_OF_CONTEXTS.forEach((client, balance) -> clients.add(new Tracked(balance, () -> leased(client))));
        for (Tracked client : clients) {
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
