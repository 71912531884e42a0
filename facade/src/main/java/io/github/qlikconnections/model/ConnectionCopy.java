package io.github.qlikconnections.model;

import io.github.qlikconnections.internal.wire.WireMembers;
import io.github.qlikconnections.internal.wire.WireNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Creates a draft from what can be read of a connection. */
final class ConnectionCopy {

    private final DataConnection connection;
    private final CopySpecification specification;

    private ConnectionCopy(DataConnection connection, CopySpecification specification) {
        this.connection = connection;
        this.specification = specification;
    }

    static ConnectionDraft create(DataConnection connection, CopySpecification specification) {
        String dataSourceId = connection.dataSourceId().orElse("");
        if (!dataSourceId.equals(specification.dataSourceId())) {
            throw new IllegalArgumentException("The connection is of "
                    + (dataSourceId.isEmpty() ? "no data source" : dataSourceId)
                    + ", this specification of " + specification.dataSourceId() + ".");
        }
        ConnectionCopy copy = new ConnectionCopy(connection, specification);
        if (connection.properties().isEmpty() && copy.wasCreatedFromStatement()) {
            return copy.fromStatement();
        }
        if (!connection.hasProperties()) {
            throw new IllegalArgumentException(
                    "The connection was read without its properties. Read it with getWithProperties(id).");
        }
        return copy.fromProperties();
    }

    /** The API marks connections that are created from properties by a tag. */
    private boolean wasCreatedFromStatement() {
        return connection.connectStatement().isPresent()
                && connection.tags().stream().noneMatch(tag -> tag.startsWith(WireNames.AUTOMATIC_TAG));
    }

    private ConnectionDraft fromProperties() {
        ConnectionDraft.Builder builder = builder();
        connection.properties().forEach((name, value) -> {
            Object readable = PropertyValues.withoutNulls(value);
            if (readable != null) {
                builder.put(name, readable);
            }
        });
        ConnectionDraft returned = builder.build();
        Set<String> copyable = specification.copyableProperties(returned);
        returned.properties().keySet().stream()
                .filter(name -> !copyable.contains(name))
                .forEach(builder::unset);
        builder.missingSecrets.addAll(specification.missingSecrets(
                returned, builder.build(), connection.credentialsId().isPresent()));
        return builder.build();
    }

    private ConnectionDraft fromStatement() {
        ConnectStatement.Builder statement = ConnectStatement.builder(
                        connection.connectStatement().orElse(""),
                        connection.connectorType().orElse(""))
                .separateCredentials(connection.separateCredentials());
        connection.logOn().ifPresent(statement::logOn);
        connection.architecture().ifPresent(statement::architecture);
        ConnectionDraft.Builder builder = builder().statement(statement.build());
        if (connection.credentialsId().isPresent()) {
            builder.missingSecrets.add(WireMembers.PASSWORD);
        }
        if (connection.connectionSecret().isPresent()) {
            builder.missingSecrets.add(WireMembers.CONNECTION_SECRET);
        }
        return builder.build();
    }

    private ConnectionDraft.Builder builder() {
        ConnectionDraft.Builder builder = ConnectionDraft.builder(specification.dataSourceId(), connection.name());
        connection.spaceId().ifPresent(builder::inSpace);
        List<String> tags = new ArrayList<>();
        for (String tag : connection.tags()) {
            if (tag.startsWith(WireNames.SECRETS_VERSION_TAG)) {
                builder.secretsVersion(tag.substring(WireNames.SECRETS_VERSION_TAG.length()));
            } else if (!tag.startsWith(WireNames.AUTOMATIC_TAG)) {
                tags.add(tag);
            }
        }
        builder.tags.addAll(tags);
        return builder;
    }
}
