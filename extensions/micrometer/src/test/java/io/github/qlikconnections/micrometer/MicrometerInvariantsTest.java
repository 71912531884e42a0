package io.github.qlikconnections.micrometer;

import io.github.qlikconnections.invariants.ClientInvariantsContract;
import java.util.Map;

class MicrometerInvariantsTest extends ClientInvariantsContract {

    @Override
    protected Map<String, String> exceptions() {
        return Map.of("MetricsSample", "is shown by a guide, and its test tracks the client");
    }
}
