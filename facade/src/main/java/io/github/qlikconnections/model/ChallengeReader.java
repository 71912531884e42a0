package io.github.qlikconnections.model;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.MalformedDraftException;
import io.github.qlikconnections.internal.wire.WireMembers;
import io.github.qlikconnections.internal.wire.WireNames;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Restores an {@link OAuthChallenge} from its map. Values that the map hides are named as missing secrets. */
final class ChallengeReader {

    /** The text that replaces each secret in a map. */
    private static final String HIDDEN = Secret.of("").toString();

    private final Map<String, Object> draft = new LinkedHashMap<>();
    private final List<String> missingSecrets = new ArrayList<>();

    private ChallengeReader(Map<?, ?> draft) {
        draft.forEach((name, value) -> this.draft.put(String.valueOf(name), value));
    }

    static OAuthChallenge read(Map<String, ?> challenge) {
        if (!(challenge.get("draft") instanceof Map<?, ?> draft)) {
            throw malformed("draft");
        }
        return OAuthChallenge.of(
                new ChallengeReader(draft).draft(),
                text(challenge, WireMembers.AUTH_URL).map(ChallengeReader::uri).orElse(null),
                challenge.get("created") instanceof Map<?, ?> created ? connection(created) : null);
    }

    private ConnectionDraft draft() {
        Optional<String> spaceName = take("spaceName");
        Optional<String> gatewayName = take("gatewayName");
        Optional<String> credentialsName = take(WireNames.CREDENTIALS_NAME);
        Optional<String> secretsVersion = take("secretsVersion");
        draft.keySet().removeAll(List.of("missingSecrets", "unknownMembers", "nullMembers"));
        if (draft.get(WireMembers.CONNECTION_PROPERTIES) instanceof Map<?, ?> properties) {
            draft.put(WireMembers.CONNECTION_PROPERTIES, readable(properties));
        }
        ConnectionDraft.Builder builder = DraftReader.read(draft).toBuilder();
        spaceName.ifPresent(builder::inSpaceNamed);
        gatewayName.ifPresent(builder::onGateway);
        credentialsName.ifPresent(builder::useCredentialsNamed);
        secretsVersion.ifPresent(builder::secretsVersion);
        builder.missingSecrets.addAll(missingSecrets);
        return builder.build();
    }

    private Map<String, Object> readable(Map<?, ?> properties) {
        Map<String, Object> readable = new LinkedHashMap<>();
        properties.forEach((name, value) -> {
            if (isHidden(value)) {
                missingSecrets.add(String.valueOf(name));
            } else {
                readable.put(String.valueOf(name), value);
            }
        });
        return readable;
    }

    /** Returns whether a value or a part of it is hidden. */
    private static boolean isHidden(@Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            return members.values().stream().anyMatch(ChallengeReader::isHidden);
        }
        return value instanceof Collection<?> elements
                ? elements.stream().anyMatch(ChallengeReader::isHidden)
                : HIDDEN.equals(value);
    }

    private Optional<String> take(String member) {
        Optional<String> text = text(draft, member);
        draft.remove(member);
        return text;
    }

    private static Optional<String> text(Map<?, ?> map, String member) {
        Object value = map.get(member);
        if (value != null && !(value instanceof String)) {
            throw malformed(member);
        }
        return Optional.ofNullable((String) value);
    }

    private static DataConnection connection(Map<?, ?> created) {
        return DataConnection.builder(
                        text(created, WireMembers.ID).orElseThrow(() -> malformed(WireMembers.ID)),
                        text(created, WireMembers.NAME).orElseThrow(() -> malformed(WireMembers.NAME)))
                .build();
    }

    /** The exception has no cause, whose message would repeat the address with the state of the caller. */
    private static URI uri(String address) {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException e) {
            throw malformed(WireMembers.AUTH_URL);
        }
    }

    private static MalformedDraftException malformed(String member) {
        return new MalformedDraftException(
                "The map of a sign-in has no usable member " + member + ": pass the map of OAuthChallenge.toMap()");
    }
}
