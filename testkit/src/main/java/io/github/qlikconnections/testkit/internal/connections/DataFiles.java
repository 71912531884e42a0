package io.github.qlikconnections.testkit.internal.connections;

import io.github.qlikconnections.testkit.internal.spaces.SpaceEntity;
import io.github.qlikconnections.testkit.internal.spaces.SpaceStore;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** The read-only connection to the data files of a space. Every space has one. */
final class DataFiles {

    static final String TYPE = "qix-datafiles.exe";

    private DataFiles() {}

    static String idOf(SpaceEntity space) {
        return UUID.nameUUIDFromBytes(("datafiles:" + space.id()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    static String statementOf(SpaceEntity space) {
        String path = URLEncoder.encode(space.name(), StandardCharsets.UTF_8);
        return "CUSTOM CONNECT TO \"provider=" + TYPE + ";path=" + path + ":datafiles;\"";
    }

    static Optional<SpaceEntity> find(SpaceStore spaces, String id) {
        return spaces.visible().stream().filter(space -> idOf(space).equals(id)).findFirst();
    }
}
