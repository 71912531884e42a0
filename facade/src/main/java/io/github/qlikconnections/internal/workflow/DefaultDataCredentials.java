package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.DataCredentials;
import io.github.qlikconnections.error.NotFoundException;
import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.gateway.DataCredentialsGateway;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.model.DataCredential;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads, renames and deletes separated credentials. This class is thread-safe. */
final class DefaultDataCredentials implements DataCredentials {

    private final DataCredentialsGateway gateway;
    private final Supplier<Deadline> deadlines;

    DefaultDataCredentials(DataCredentialsGateway gateway, Supplier<Deadline> deadlines) {
        this.gateway = gateway;
        this.deadlines = deadlines;
    }

    @Override
    public DataCredential get(String credentialsId) {
        Arguments.require(credentialsId, "credentialsId");
        return gateway.get(deadlines.get(), credentialsId);
    }

    @Override
    public Optional<DataCredential> findByName(String name) {
        Arguments.require(name, "name");
        return findByName(deadlines.get(), name);
    }

    Optional<DataCredential> findByName(Deadline deadline, String name) {
        try {
            return Optional.of(gateway.getByName(deadline, name));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    Optional<DataCredential> find(Deadline deadline, String credentialsId) {
        try {
            return Optional.of(gateway.get(deadline, credentialsId));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    @Override
    public void rename(String credentialsId, String newName) {
        Arguments.require(credentialsId, "credentialsId");
        Arguments.require(newName, "newName");
        gateway.rename(deadlines.get(), credentialsId, newName);
    }

    @Override
    public boolean delete(String credentialsId) {
        Arguments.require(credentialsId, "credentialsId");
        try {
            gateway.delete(deadlines.get(), credentialsId);
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    @Override
    public List<DataCredential> orphans() {
        return gateway.orphans(deadlines.get());
    }
}
