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

    private static final int SHORT = 40;

    @Test
    void publicSignaturesAreThoseOfApiTxt() throws IOException, URISyntaxException {
        Path classes = Path.of(ApiClient.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<String> now = PublicSignatures.of(classes, ApiClient.class.getClassLoader());
        if (Boolean.getBoolean("api.refresh")) {
            Files.writeString(API, String.join("\n", now) + "\n");
        }

        List<String> difference = difference(Files.readAllLines(API), now);

        assertThat(difference)
                .withFailMessage(() -> "The generated classes differ from generated-client/api.txt:\n\n"
                        + shortened(difference)
                        + "\n\nWhen that is meant, refresh the file and commit it:\n\n    " + REFRESH + "\n")
                .isEmpty();
    }

    @Test
    void aDifferenceNamesTheTypeAndTheMembersOnEitherSide() {
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
    void anotherOrderOfTheSameSignaturesIsADifference() {
        assertThat(difference(List.of("class a.A", "class a.B"), List.of("class a.B", "class a.A")))
                .containsExactly("  same signatures in another order");
    }

    private static List<String> difference(List<String> before, List<String> after) {
        if (before.equals(after)) {
            return List.of();
        }
        Set<String> was = withTheirTypes(before);
        Set<String> is = withTheirTypes(after);
        List<String> difference = new ArrayList<>();
        was.stream().filter(line -> !is.contains(line)).map("- "::concat).forEach(difference::add);
        is.stream().filter(line -> !was.contains(line)).map("+ "::concat).forEach(difference::add);
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

    private static String shortened(List<String> difference) {
        String shown = String.join("\n", difference.subList(0, Math.min(SHORT, difference.size())));
        return difference.size() <= SHORT ? shown : shown + "\n… and " + (difference.size() - SHORT) + " more";
    }
}
