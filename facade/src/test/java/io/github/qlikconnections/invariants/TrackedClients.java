package io.github.qlikconnections.invariants;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.QlikClientBuilder;
import io.github.qlikconnections.internal.workflow.Leases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/** The clients that a test uses, for {@link ClientInvariants}. Thread-safe. */
public final class TrackedClients {

    private static final Map<EventBalance, IntSupplier> CLIENTS = new ConcurrentHashMap<>();

    private TrackedClients() {}

    /** Builds a client whose connections and events are checked when the test ends. */
    public static QlikClient build(QlikClientBuilder builder) {
        EventBalance balance = new EventBalance();
        QlikClient client = builder.listener(balance).build();
        track(balance, () -> Leases.of(client));
        return client;
    }

    /** Checks these events, and how many connections are leased, when the test ends. */
    public static void track(EventBalance balance, IntSupplier leased) {
        CLIENTS.put(balance, leased);
    }

    static List<String> problems() {
        List<String> problems = new ArrayList<>();
        CLIENTS.forEach((balance, leased) -> {
            if (leased.getAsInt() != 0) {
                problems.add(leased.getAsInt() + " leased connections");
            }
            problems.addAll(balance.problems());
        });
        return problems;
    }

    static void forget() {
        CLIENTS.clear();
    }
}
