package io.github.qlikconnections.examples.service;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.model.ConnectionDraft;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request to create a connection. Without a space it is created in the personal space. */
record NewConnection(
        @NotBlank String dataSource,
        @NotBlank String name,
        @Nullable String space,
        @Nullable Map<String, Object> properties,
        @Nullable Map<String, @NotNull String> secrets) {

    ConnectionDraft toDraft() {
        ConnectionDraft.Builder draft =
                ConnectionDraft.builder(dataSource, name).setAll(Objects.requireNonNullElse(properties, Map.of()));
        Objects.requireNonNullElse(secrets, Map.<String, String>of())
                .forEach((property, secret) -> draft.secret(property, Secret.of(secret)));
        return (space == null || space.isBlank() ? draft.personal() : draft.inSpaceNamed(space)).build();
    }

    /** Returns the name, without secrets. */
    @Override
    public String toString() {
        return "NewConnection[" + dataSource + " \"" + name + "\"]";
    }
}
