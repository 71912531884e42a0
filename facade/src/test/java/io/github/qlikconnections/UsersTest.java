package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.AuthenticationException;
import io.github.qlikconnections.error.NotFoundException;
import io.github.qlikconnections.error.PermissionDeniedException;
import io.github.qlikconnections.error.UnexpectedResponseException;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.model.AssignedGroup;
import io.github.qlikconnections.model.AssignedRole;
import io.github.qlikconnections.model.User;
import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.ReceivedRequest;
import io.github.qlikconnections.testkit.StubResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsersTest extends FakeTenantFixture {

    private static final String ME = "/api/v1/users/me";

    @Test
    void meReturnsTheUserOfTheKey() {
        tenant.setUserDetails(tenant.userId(), "Ada Field", "ada.field@example.com");

        User me = qlik.users().me();

        assertThat(me.id()).isEqualTo(tenant.userId());
        assertThat(me.name()).isEqualTo("Ada Field");
        assertThat(me.email()).contains("ada.field@example.com");
        assertThat(me.status()).contains("active");
        assertThat(me.assignedRoles()).singleElement().satisfies(role -> {
            assertThat(role.name()).isEqualTo("TenantAdmin");
            assertThat(role.id()).isPresent();
            assertThat(role.type()).contains("default");
            assertThat(role.level()).contains("admin");
        });
        assertThat(me.subject()).isPresent();
        assertThat(me.tenantId()).isPresent();
        assertThat(me.createdAt()).isPresent();
        assertThat(me).isEqualTo(qlik.users().get(me.id())).hasToString("User[Ada Field, " + me.id() + "]");
    }

    @Test
    void redirectToAnotherHostIsSentToTheConfiguredTenant() {
        try (FakeTenant alias = FakeTenant.start();
                FakeTenant redirecting =
                        FakeTenant.builder().pageLinkOrigin(alias.url()).start();
                QlikClient client = TrackedClients.build(QlikClient.builder()
                        .tenant(redirecting.url())
                        .credentials(QlikCredentials.apiKey(Secret.of(redirecting.apiKey()))))) {
            assertThat(client.users().me().id()).isEqualTo(redirecting.userId());

            assertThat(redirecting.requests())
                    .extracting(ReceivedRequest::path)
                    .containsExactly(ME, "/api/v1/users/" + redirecting.userId());
            assertThat(alias.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "https://elsewhere.example/api/v1/users/",
                "/api/v1/users/%2E%2E",
                "/api/v1/users/a/b",
                "/api/v1/users/a%2Fb",
                "mailto:me@example.com"
            })
    void redirectToAnythingButAUserIsUnusable(String location) {
        tenant.stubNext("GET", ME, StubResponse.status(301).header("Location", location));

        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(() -> qlik.users().me());
        assertThat(tenant.requestCount()).isEqualTo(1);
    }

    @Test
    void responseWithoutARedirectIsUnusable() {
        tenant.stubNext("GET", ME, StubResponse.json(200, "{\"id\":\"user-1\"}"));

        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(() -> qlik.users().me())
                .withMessageContaining("is not the redirect that the API documents");
        assertThat(tenant.requestCount()).isEqualTo(1);
    }

    @Test
    void locationThatIsNoUriIsUnusable() {
        tenant.stubNext("GET", ME, StubResponse.status(301).header("Location", "http://a b"));

        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(() -> qlik.users().me())
                .withMessageContaining("redirects elsewhere");
    }

    @Test
    void redirectOfAnotherOperationIsUnusable() {
        String path = "/api/v1/users/" + tenant.userId();
        tenant.stubNext("GET", path, StubResponse.status(301).header("Location", tenant.url() + path));

        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(() -> qlik.users().me())
                .withMessageContaining("redirects to the host 127.0.0.1");
    }

    @Test
    void missingRightIsReportedAsAnAcceptedKey() {
        tenant.stubNext("GET", "/api/v1/users/" + tenant.userId(), StubResponse.json(403, "{}"));

        assertThatExceptionOfType(PermissionDeniedException.class)
                .isThrownBy(() -> qlik.users().me())
                .withMessageContaining("The tenant accepts the API key or token");
    }

    @Test
    void unknownKeyIsReportedAsAFailedAuthentication() {
        try (QlikClient stranger = client("no-such-key")) {
            assertThatExceptionOfType(AuthenticationException.class)
                    .isThrownBy(() -> stranger.users().me());
        }
    }

    @Test
    void callerThatIsNoAdminReadsOnlyItself() {
        try (QlikClient member = client(tenant.addUser("user-2", false))) {
            assertThat(member.users().me().assignedRoles()).isEmpty();
            assertThatExceptionOfType(PermissionDeniedException.class)
                    .isThrownBy(() -> member.users().get(tenant.userId()));
        }
    }

    @Test
    void unknownUserIsNotFound() {
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> qlik.users().get("nobody"))
                .withMessageContaining("user nobody");
        assertThatIllegalArgumentException().isThrownBy(() -> qlik.users().get(" "));
    }

    @Test
    void unknownStatusAndMissingMembersDoNotFailTheCall() {
        String path = "/api/v1/users/u";
        tenant.stubNext("GET", path, StubResponse.json(200, """
                {"id": "u", "status": "hibernating", "inviteExpiry": "soon", "createdAt": "never",
                 "assignedRoles": [null, {"level": "owner"}, {"name": "Steward", "level": "owner"}, {"id": "r-7"}],
                 "assignedGroups": null}"""));

        User user = qlik.users().get("u");

        assertThat(user.name()).isEqualTo("u");
        assertThat(user.status()).contains("hibernating");
        assertThat(user.assignedRoles())
                .containsExactly(
                        AssignedRole.builder("Steward").level("owner").build(),
                        AssignedRole.builder("r-7").id("r-7").build());
        assertThat(user.assignedGroups()).isEmpty();
        assertThat(user.email()).isEmpty();
        assertThat(user.createdAt()).isEmpty();
    }

    @Test
    void groupHasItsOriginItsRolesAndUnknownMembers() {
        tenant.stubNext("GET", "/api/v1/users/u", StubResponse.json(200, """
                {"id": "u", "name": "Ada Field", "assignedGroups": [{"id": "g-1", "name": "Finance", "providerType": "idp",
                 "assignedRoles": [{"id": "r-1", "name": "Steward", "type": "custom", "level": "user", "since": 2026}],
                 "apiToken": "marker-of-a-secret"}]}"""));

        User user = qlik.users().get("u");

        AssignedRole steward = AssignedRole.builder("Steward")
                .id("r-1")
                .type("custom")
                .level("user")
                .additionalMembers(Map.of("since", 2026))
                .build();
        AssignedGroup finance = AssignedGroup.builder("Finance")
                .id("g-1")
                .providerType("idp")
                .assignedRoles(List.of(steward))
                .additionalMembers(Map.of("apiToken", Secret.of("marker-of-a-secret")))
                .build();
        assertThat(user.assignedGroups()).containsExactly(finance);
        assertThat(user.toMap())
                .containsEntry(
                        "assignedGroups",
                        List.of(Map.of(
                                "id", "g-1",
                                "name", "Finance",
                                "providerType", "idp",
                                "assignedRoles",
                                        List.of(Map.of(
                                                "id", "r-1",
                                                "name", "Steward",
                                                "type", "custom",
                                                "level", "user",
                                                "since", 2026L)),
                                "apiToken", "Secret[hidden]")));
    }

    @Test
    void responseWithoutAnIdIsUnusable() {
        tenant.stubNext("GET", "/api/v1/users/u", StubResponse.json(200, "{\"name\":\"Ada Field\"}"));

        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(() -> qlik.users().get("u"))
                .withMessageContaining("the response has no id");
    }
}
