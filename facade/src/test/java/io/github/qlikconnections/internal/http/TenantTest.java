package io.github.qlikconnections.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TenantTest {

    @ParameterizedTest
    @CsvSource({
        "https://acme.eu.qlikcloud.com, https://acme.eu.qlikcloud.com",
        "https://acme.eu.qlikcloud.com/, https://acme.eu.qlikcloud.com",
        "HTTPS://ACME.eu.qlikcloud.com, https://acme.eu.qlikcloud.com",
        "https://acme.example:8443, https://acme.example:8443",
        "http://127.0.0.1:8080, http://127.0.0.1:8080",
        "http://localhost:1, http://localhost:1",
        "http://[::1]:8080, http://[::1]:8080"
    })
    void httpsOriginOrLoopbackHostIsAccepted(String address, String origin) {
        assertThat(Tenant.parse(address).toString().toLowerCase(java.util.Locale.ROOT))
                .isEqualTo(origin);
    }

    @Test
    void messageForAMissingSchemeContainsTheCorrectAddress() {
        assertThatThrownBy(() -> Tenant.parse("acme.eu.qlikcloud.com"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no scheme")
                .hasMessageEndingWith("Write https://acme.eu.qlikcloud.com.");
        assertThatThrownBy(() -> Tenant.parse("acme.eu.qlikcloud.com/api/v1"))
                .hasMessageEndingWith("Write https://acme.eu.qlikcloud.com.");
        assertThatThrownBy(() -> Tenant.parse("<tenant>"))
                .hasMessageEndingWith("Write it as https://your-tenant.eu.qlikcloud.com.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://acme.eu.qlikcloud.com", "ftp://acme.eu.qlikcloud.com", "http://127.0.0.1.evil.example"})
    void plainHttpToAnotherHostIsRejected(String address) {
        assertThatThrownBy(() -> Tenant.parse(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not https");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://acme.eu.qlikcloud.com/api/v1",
                "https://acme.eu.qlikcloud.com?x=1",
                "https://acme.eu.qlikcloud.com#top"
            })
    void addressWithMoreThanAnOriginIsRejected(String address) {
        assertThatThrownBy(() -> Tenant.parse(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has more than scheme and host")
                .hasMessageEndingWith("Write https://acme.eu.qlikcloud.com.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "https://", "https:///api", "https://a b", "https://:443"})
    void addressWithoutAHostIsRejected(String address) {
        assertThatThrownBy(() -> Tenant.parse(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https://your-tenant.eu.qlikcloud.com");
    }

    @Test
    void messageDoesNotContainAPasswordOfTheAddress() {
        assertThatThrownBy(() -> Tenant.parse("https://user:hunter2@acme.eu.qlikcloud.com"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("contains an @. User names and passwords are not allowed in it")
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https:/acme.eu.qlikcloud.com",
                "https:acme.eu.qlikcloud.com",
                "https//acme.eu.qlikcloud.com",
                "https/acme.eu.qlikcloud.com",
                "https:\\\\acme.eu.qlikcloud.com",
                "http:/acme.eu.qlikcloud.com/"
            })
    void messageForAMisspelledSchemeContainsTheCorrectAddress(String address) {
        assertThatThrownBy(() -> Tenant.parse(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The tenant address \"" + address
                        + "\" does not begin with https://. Write https://acme.eu.qlikcloud.com.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999", "65536", "0"})
    void invalidPortIsRejected(String port) {
        assertThatThrownBy(() -> Tenant.parse("https://acme.eu.qlikcloud.com:" + port))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The tenant address \"https://acme.eu.qlikcloud.com:" + port
                        + "\" has a port that is not from 1 to 65535. Write https://acme.eu.qlikcloud.com.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://acme.eu.qlikcloud.com:https", "https://acme_1:9999999999", "https://acme..com"})
    void invalidHostIsRejected(String address) {
        assertThatThrownBy(() -> Tenant.parse(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has a host name or port that is not valid")
                .hasMessageEndingWith("Write it as https://your-tenant.eu.qlikcloud.com.");
    }

    @Test
    void nullIsRejected() {
        assertThatThrownBy(() -> Tenant.parse(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The tenant address is null. Write it as https://your-tenant.eu.qlikcloud.com.");
    }
}
