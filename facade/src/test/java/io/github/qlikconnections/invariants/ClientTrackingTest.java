package io.github.qlikconnections.invariants;

import java.util.Map;

class ClientTrackingTest extends ClientInvariantsContract {

    @Override
    protected Map<String, String> exceptions() {
        return Map.of(
                "TrackedClients", "builds the tracked clients",
                "ListMemoryTest$Listing", "is the main class of another process, in which no test runs");
    }
}
