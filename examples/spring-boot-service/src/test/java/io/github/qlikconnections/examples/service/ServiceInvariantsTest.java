package io.github.qlikconnections.examples.service;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.invariants.ClientInvariantsContract;
import io.github.qlikconnections.spring.test.AutoConfigureFakeTenant;
import io.github.qlikconnections.testkit.FakeTenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureFakeTenant
class ServiceInvariantsTest extends ClientInvariantsContract {

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
