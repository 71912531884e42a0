package io.github.qlikconnections.spring;

import io.github.qlikconnections.auth.QlikCredentials;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.StringUtils;

/**
 * The tenant and the credentials of the settings, or a {@link QlikCredentials} bean. They are checked when a client is created,
 * so that an application with own clients needs neither.
 */
final class PropertiesConnectionDetails implements QlikConnectionDetails {

    private final QlikConnectionsProperties properties;
    private final ObjectProvider<QlikCredentials> credentials;

    PropertiesConnectionDetails(QlikConnectionsProperties properties, ObjectProvider<QlikCredentials> credentials) {
        this.properties = properties;
        this.credentials = credentials;
    }

    @Override
    public String tenant() {
        String tenant = properties.tenant();
        if (!StringUtils.hasText(tenant)) {
            throw new InvalidSettingException(
                    "The setting " + PropertyNames.of("tenant") + " is missing.",
                    "Set " + PropertyNames.of("tenant")
                            + " to the address of your tenant, such as https://acme.eu.qlikcloud.com.",
                    null);
        }
        return tenant;
    }

    @Override
    public QlikCredentials credentials() {
        QlikCredentials bean = credentials.getIfAvailable();
        return bean != null ? bean : new CredentialsReader(properties).read();
    }
}
