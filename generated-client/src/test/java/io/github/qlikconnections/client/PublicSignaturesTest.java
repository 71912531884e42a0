package io.github.qlikconnections.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PublicSignaturesTest {

    private static final Path API = Path.of(System.getProperty("basedir", "."), "api.txt");

    private static final String REFRESH =
            "mvn -q test -pl generated-client -Dtest=PublicSignaturesTest -Dapi.refresh=true";

    private static final int MAX_LINES = 40;

    @Test
    void publicSignaturesAreThoseOfApiTxt() throws IOException, URISyntaxException {
        Path classes = Path.of(ApiClient.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<String> actual = PublicSignatures.of(classes, ApiClient.class.getClassLoader());
        if (Boolean.getBoolean("api.refresh")) {
            Files.writeString(API, String.join("\n", actual) + "\n");
        }

        List<String> difference = difference(Files.readAllLines(API), actual);

        assertThat(difference)
                .withFailMessage(() -> "The generated classes differ from generated-client/api.txt:\n\n"
                        + firstLines(difference)
                        + "\n\nIf this is intended, refresh the file and commit it:\n\n    " + REFRESH + "\n")
                .isEmpty();
    }

    @Test
    void differenceNamesTheTypeAndTheMembersOnBothSides() {
        List<String> before = List.of("class a.Gone", "    Gone()", "class a.Kept", "    int id()", "    int size()");
        List<String> after = List.of("class a.Kept", "    int size()", "    long id()", "class a.New");

        assertThat(difference(before, after))
                .containsExactly(
                        "- class a.Gone",
                        "- class a.Gone: Gone()",
                        "- class a.Kept: int id()",
                        "+ class a.Kept: long id()",
                        "+ class a.New");
    }

    @Test
    void differentOrderIsADifference() {
        assertThat(difference(List.of("class a.A", "class a.B"), List.of("class a.B", "class a.A")))
                .containsExactly("  same signatures in another order");
    }

    private static List<String> difference(List<String> before, List<String> after) {
        if (before.equals(after)) {
            return List.of();
        }
        Set<String> oldLines = withTheirTypes(before);
        Set<String> newLines = withTheirTypes(after);
        List<String> difference = new ArrayList<>();
        oldLines.stream()
                .filter(line -> !newLines.contains(line))
                .map("- "::concat)
                .forEach(difference::add);
        newLines.stream()
                .filter(line -> !oldLines.contains(line))
                .map("+ "::concat)
                .forEach(difference::add);
        return difference.isEmpty() ? List.of("  same signatures in another order") : difference;
    }

    private static Set<String> withTheirTypes(List<String> lines) {
        Set<String> result = new LinkedHashSet<>();
        String type = "";
        for (String line : lines) {
            boolean member = line.startsWith(" ");
            result.add(member ? type + ": " + line.strip() : line);
            type = member ? type : line.replaceFirst(" : .*", "");
        }
        return result;
    }

    private static String firstLines(List<String> difference) {
        String shown = String.join("\n", difference.subList(0, Math.min(MAX_LINES, difference.size())));
        return difference.size() <= MAX_LINES ? shown : shown + "\n… and " + (difference.size() - MAX_LINES) + " more";
    }
}
