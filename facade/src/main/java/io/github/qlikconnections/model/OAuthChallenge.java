package io.github.qlikconnections.model;

import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.text.PlainMap;
import io.github.qlikconnections.internal.wire.WireMembers;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The first step of an interactive sign-in: the address at which a person authorizes the connection.
 *
 * <p>Instances are immutable and thread-safe.
 */
public final class OAuthChallenge {

    private final ConnectionDraft draft;
    private final @Nullable URI authUrl;
    private final @Nullable DataConnection created;

    private OAuthChallenge(ConnectionDraft draft, @Nullable URI authUrl, @Nullable DataConnection created) {
        this.draft = Arguments.require(draft, "draft");
        this.authUrl = authUrl;
        this.created = created;
    }

    /**
     * Creates a value, for stubs and tests.
     *
     * @param draft the draft that was given
     * @param authUrl the address, or null
     * @param created the connection, or null
     * @return the value
     */
    public static OAuthChallenge of(ConnectionDraft draft, @Nullable URI authUrl, @Nullable DataConnection created) {
        return new OAuthChallenge(draft, authUrl, created);
    }

    /**
     * Restores a challenge from {@link #toMap()}, which a web service has stored between two requests, for example as
     * JSON. Any client of the same tenant and caller can complete it.
     *
     * <p>The map contains no secrets. {@link ConnectionDraft#missingSecrets()} of {@link #draft()} names the properties
     * that it hides: give them with {@link #withDraft}. Of a connection in {@link #created()}, only the id and the name
     * are restored.
     *
     * @param map the map, or an equal one that was read from JSON
     * @return the challenge
     * @throws io.github.qlikconnections.error.MalformedDraftException if the map is not that of a challenge
     */
    public static OAuthChallenge from(Map<String, ?> map) {
        return ChallengeReader.read(Arguments.map(map, "map"));
    }

    /**
     * Returns a copy with another draft, such as one with the secrets that a stored challenge does not contain.
     *
     * @param completed the draft to create the connection from
     * @return the copy
     */
    public OAuthChallenge withDraft(ConnectionDraft completed) {
        return new OAuthChallenge(Arguments.require(completed, "completed"), authUrl, created);
    }

    /**
     * Returns the draft of the connection.
     *
     * @return the draft that was given
     */
    public ConnectionDraft draft() {
        return draft;
    }

    /**
     * Returns the address that a person opens to sign in and get a code.
     *
     * @return the address; empty if the data source does not sign in this way
     */
    public Optional<URI> authUrl() {
        return Optional.ofNullable(authUrl);
    }

    /**
     * Returns the connection that the tenant created at once, because the source does not sign in this way.
     *
     * @return the connection; empty if a person has to sign in
     */
    public Optional<DataConnection> created() {
        return Optional.ofNullable(created);
    }

    /**
     * Returns the values for a JSON library: each by the name of its method. Secrets are hidden, dates are ISO-8601 strings.
     * {@link #from} restores the challenge, for a sign-in that begins and ends in different requests.
     *
     * @return an unmodifiable map of strings, booleans, numbers, lists and maps, without values that are absent
     */
    public Map<String, Object> toMap() {
        return new PlainMap()
                .put("draft", draft.toMap())
                .put(WireMembers.AUTH_URL, authUrl)
                .put("created", created(), DataConnection::toMap)
                .toMap();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OAuthChallenge that
                && draft.equals(that.draft)
                && Objects.equals(authUrl, that.authUrl)
                && Objects.equals(created, that.created);
    }

    @Override
    public int hashCode() {
        return Objects.hash(draft, authUrl, created);
    }

    /** Returns the draft without the address, because the address contains a state of the caller. */
    @Override
    public String toString() {
        return "OAuthChallenge[" + draft + (created == null ? "" : ", created " + created) + "]";
    }
}
