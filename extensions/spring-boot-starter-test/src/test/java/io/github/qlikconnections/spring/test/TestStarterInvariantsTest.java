package io.github.qlikconnections.spring.test;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.invariants.ClientInvariantsContract;
import io.github.qlikconnections.testkit.FakeTenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(
        classes = AutoConfigureFakeTenantTest.Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
@AutoConfigureFakeTenant
class TestStarterInvariantsTest extends ClientInvariantsContract {

    @Autowired
    private FakeTenant tenant;

    @Autowired
    private QlikClient client;

    @Override
    protected void sendRequest(Runnable beforeResponse) {
        respondAfter(beforeResponse, tenant);
        client.users().me();
    }
}
