package io.github.qlikconnections.bucket4j;

import io.github.qlikconnections.invariants.ClientInvariantsContract;
import java.util.Map;

class SharedRateLimitInvariantsTest extends ClientInvariantsContract {

    @Override
    protected Map<String, String> exceptions() {
        return Map.of(
                "FleetMember", "is the main class of another process, in which no test runs",
                "SharedRateLimitSample", "is shown by a guide, and no test builds its client");
    }
}
