package io.github.qlikconnections.repository;

import io.github.qlikconnections.internal.http.Operation;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Generates the table of {@code docs/reference/operations.md} from the OpenAPI documents and from the Javadoc of the
 * interfaces, which names the operation of each method.
 */
class OperationsReferenceTest {

    private static final Pattern PATH = Pattern.compile("(?m)^  (?:/api/v1)?(/[^:\\s]+):$");
    private static final Pattern OPERATION =
            Pattern.compile("(?m)^    (get|post|put|patch|delete):\\R(?:.*\\R)*?      operationId: (\\w+)");
    private static final Pattern METHOD = Pattern.compile("/\\*\\*(.*?)\\*/\\s+[^(;{]*?(\\w+)\\(", Pattern.DOTALL);
    private static final Pattern MENTION =
            Pattern.compile("\\{@code\\s+(GET|POST|PUT|PATCH|DELETE)\\s+(/(?:[\\w/-]|\\{\\w+})*)");
    private static final Map<String, String> INTERFACES = Map.of(
            "data-connections", "DataConnections",
            "data-sources", "DataSources",
            "data-credentials", "DataCredentials",
            "spaces", "Spaces",
            "users", "Users");

    @Test
    void tableHasEachOperationWithItsMethodsAndItsTier() {
        StringBuilder table = new StringBuilder("| operation | methods of the library | tier |\n|---|---|---|\n");
        for (String document : List.of("data-connections", "data-sources", "data-credentials", "spaces", "users")) {
            Map<String, Set<String>> methods = methods(document);
            String[] parts = RepositoryFiles.read(Path.of("openapi", document + ".yaml"))
                    .split("(?m)^(?=  /)|^(?=components:)", -1);
            for (String part : parts) {
                Matcher path = PATH.matcher(part);
                if (path.find()) {
                    appendOperations(table, path.group(1), part, document, methods);
                }
            }
        }
        GeneratedFile.assertTableIsCurrent("docs/reference/operations.md", table.toString());
    }

    private static void appendOperations(
            StringBuilder table, String path, String part, String document, Map<String, Set<String>> methods) {
        Matcher operation = OPERATION.matcher(part);
        while (operation.find()) {
            String request = operation.group(1).toUpperCase(Locale.ROOT) + " " + path;
            String accessor = accessor(document);
            String names = methods.getOrDefault(key(request), Set.of()).stream()
                    .map(method -> "`" + accessor + "." + method + "`")
                    .collect(Collectors.joining(" "));
            String id = operation.group(2);
            String tier = Stream.of(Operation.values())
                    .filter(known -> known.id().equals(id))
                    .findFirst()
                    .map(known -> known.tier().name().toLowerCase(Locale.ROOT))
                    .orElse("not called");
            table.append("| `%s` | %s | %s |\n".formatted(request, names, tier));
        }
    }

    /** Returns the names of the methods by the request that their Javadoc names. */
    private static Map<String, Set<String>> methods(String document) {
        String source = RepositoryFiles.read(
                Path.of("facade/src/main/java/io/github/qlikconnections", INTERFACES.get(document) + ".java"));
        Map<String, Set<String>> methods = new TreeMap<>();
        METHOD.matcher(source)
                .results()
                .forEach(method -> MENTION.matcher(method.group(1).replaceAll("\\s*\\* ", " "))
                        .results()
                        .forEach(mention -> methods.computeIfAbsent(
                                        key(mention.group(1) + " " + mention.group(2)), request -> new TreeSet<>())
                                .add(method.group(2))));
        return methods;
    }

    /** Returns the request without the names of its path parameters, which differ between documents and Javadoc. */
    private static String key(String request) {
        return request.replaceAll("\\{\\w+}", "{}");
    }

    private static String accessor(String document) {
        String type = INTERFACES.get(document);
        return type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1) + "()";
    }
}
