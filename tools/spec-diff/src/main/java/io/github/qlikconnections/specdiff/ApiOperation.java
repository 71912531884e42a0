package io.github.qlikconnections.specdiff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An operation of a document.
 *
 * @param path the path as our document has it
 * @param pathItem the path item, whose extensions and parameters apply to all its operations
 * @param node the operation itself
 */
record ApiOperation(SpecDocument document, String method, String path, JsonNode pathItem, JsonNode node) {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "query");

    private static final Pattern PATH_PARAMETER = Pattern.compile("\\{([^}]*)}");

    /**
     * Returns the operations of a document by method and path without names of parameters.
     *
     * @param onlyService whether paths of other services are left out; copies of the service under other base paths are not
     */
    static SortedMap<String, ApiOperation> allOf(SpecDocument document, PathMapping mapping, boolean onlyService) {
        SortedMap<String, ApiOperation> operations = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : document.root().get("paths").properties()) {
            String path = document.withServerPath(entry.getKey());
            if (!entry.getKey().startsWith("/") || (onlyService && !mapping.isOfService(path))) {
                continue;
            }
            JsonNode item = document.resolve(entry.getValue());
            List<Map.Entry<String, JsonNode>> members = new ArrayList<>(item.properties());
            members.addAll(item.path("additionalOperations").properties());
            for (Map.Entry<String, JsonNode> member : members) {
                String method = member.getKey();
                if (METHODS.contains(method)
                        || item.path("additionalOperations").has(method)) {
                    ApiOperation operation = new ApiOperation(
                            document, method.toUpperCase(Locale.ROOT), mapping.map(path), item, member.getValue());
                    operations.put(operation.method + " " + PathMapping.withoutNames(operation.path), operation);
                }
            }
        }
        return operations;
    }

    String name() {
        return method + " " + path;
    }

    /** Returns the resolved parameters by location and name. A path parameter has its position as its name. */
    SortedMap<String, JsonNode> parameters() {
        SortedMap<String, JsonNode> parameters = new TreeMap<>();
        for (JsonNode owner : List.of(pathItem, node)) {
            for (JsonNode each : owner.path("parameters")) {
                JsonNode parameter = document.resolve(each);
                parameters.put(keyOf(parameter), parameter);
            }
        }
        return parameters;
    }

    private String keyOf(JsonNode parameter) {
        String in = parameter.path("in").asText();
        String name = parameter.path("name").asText();
        if (in.equals("path")) {
            int position = 0;
            for (Matcher names = PATH_PARAMETER.matcher(path); names.find(); position++) {
                if (names.group(1).equals(name)) {
                    return in + " " + position;
                }
            }
        }
        return in + " " + (in.equals("header") ? name.toLowerCase(Locale.ROOT) : name);
    }
}
