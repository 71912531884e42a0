package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.internal.gateway.DataConnectionsGateway;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.validation.ValidationPolicy;
import java.util.function.Supplier;

/**
 * The workflows that send many requests, over a gateway that lets each of them wait for its turn. Thread-safe.
 *
 * @param ensuring ensures many drafts
 * @param rotation rotates many credentials
 */
record LongRuns(EnsuringAll ensuring, Rotation rotation) {

    static LongRuns over(
            DataConnectionsGateway paced,
            SourceDirectory sources,
            SpaceDirectory spaces,
            CredentialDirectory credentials,
            ValidationPolicy policy,
            Supplier<Deadline> deadlines) {
        Creation creation = new Creation(paced, sources, spaces, credentials, policy);
        Updating updating = new Updating(paced, sources, policy);
        Ensuring ensuring = new Ensuring(paced, sources, creation, updating);
        return new LongRuns(
                new EnsuringAll(creation, ensuring, new Namesakes(paced), deadlines),
                new Rotation(paced, updating, deadlines));
    }
}
