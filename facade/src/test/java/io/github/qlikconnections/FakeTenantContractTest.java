package io.github.qlikconnections;

import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.FakeTenantExtension;
import io.github.qlikconnections.testkit.SpaceType;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs the contract on a FakeTenant. */
class FakeTenantContractTest extends WorkflowContract {

    @RegisterExtension
    final FakeTenantExtension extension = FakeTenantExtension.create();

    final FakeTenant tenant = extension.tenant();

    private String spaceId = "";

    @Override
    QlikClient openClient() {
        spaceId = tenant.addSpace("Contract", SpaceType.SHARED);
        return TrackedClients.build(QlikClient.builder()
                .tenant(tenant.url())
                .credentials(QlikCredentials.apiKey(Secret.of(tenant.apiKey()))));
    }

    @Override
    String spaceId() {
        return spaceId;
    }
}
