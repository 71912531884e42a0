package io.github.qlikconnections.model;

import java.util.List;
import java.util.Set;

/**
 * What {@link ConnectionDraft#from} requires of the specification of a data source. {@link
 * io.github.qlikconnections.spec.ConnectionSpec} implements it. Implementations are immutable and thread-safe.
 */
public interface CopySpecification {

    /**
     * Returns the data source of the specification.
     *
     * @return the id
     */
    String dataSourceId();

    /**
     * Returns the properties that a copy can contain. Secret, masked, computed and undeclared properties are not among
     * them.
     *
     * @param returned a draft with all properties that the tenant returned
     * @return an unmodifiable set of names in the order of the draft
     */
    Set<String> copyableProperties(ConnectionDraft returned);

    /**
     * Returns the credentials that must be added to a copy: required ones, those that the tenant masked, and, if the
     * tenant stores credentials for the connection, those that the specification declares without a requirement.
     *
     * @param returned a draft with all properties that the tenant returned
     * @param copy a draft with the copyable properties only
     * @param hasCredentials whether the tenant stores credentials for the connection
     * @return an unmodifiable list of names of secrets and user names in the order of the specification
     */
    List<String> missingSecrets(ConnectionDraft returned, ConnectionDraft copy, boolean hasCredentials);
}
