package io.github.qlikconnections.spec;

import io.github.qlikconnections.internal.json.JsonFile;
import io.github.qlikconnections.internal.wire.WireMembers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes specification files, which contain the unchanged response of the service and the id of the data source. A file
 * that contains only the response is read with a given id.
 */
final class SpecFile {

    private static final String CONTENT = "specification";
    private static final String DATA_SOURCE_ID = "dataSourceId";
    private static final String API_SPECS = "apiSpecs";

    private SpecFile() {}

    static void write(String dataSourceId, Map<?, ?> response, Path file) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put(DATA_SOURCE_ID, dataSourceId);
        content.put(API_SPECS, response);
        JsonFile.write(file, CONTENT, content);
    }

    static ConnectionSpec read(Path file) {
        return read(file, null);
    }

    /** Reads a file whose data source is known. */
    static ConnectionSpec read(String dataSourceId, Path file) {
        ConnectionSpec spec = read(file, dataSourceId);
        if (!spec.dataSourceId().equals(dataSourceId)) {
            throw new IllegalArgumentException("The file " + file + " has the specification of the data source "
                    + spec.dataSourceId() + ", not of " + dataSourceId + ".");
        }
        return spec;
    }

    private static ConnectionSpec read(Path file, @Nullable String idOfResponse) {
        Object content = JsonFile.read(file, CONTENT);
        if (content instanceof Map<?, ?> members
                && members.get(DATA_SOURCE_ID) instanceof String dataSourceId
                && members.get(API_SPECS) instanceof Map<?, ?> response) {
            return new ConnectionSpec(dataSourceId, ApiSpecsResponse.from(response));
        }
        if (content instanceof Map<?, ?> response && response.containsKey(WireMembers.CONNECTION_PROPERTIES)) {
            if (idOfResponse != null) {
                return new ConnectionSpec(idOfResponse, ApiSpecsResponse.from(response));
            }
            throw new IllegalArgumentException("The file " + file + " is a response without the id of its data source."
                    + " Use ConnectionSpec.load(id, file).");
        }
        throw new IllegalArgumentException("The file " + file + " is not a saved specification: it has no "
                + DATA_SOURCE_ID + " or no " + API_SPECS + ". Use a file that ConnectionSpec.save(..) has written.");
    }
}
