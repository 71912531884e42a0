package io.github.qlikconnections.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Searches the sources for wire names that are repeated as literals. */
class WireNamesTest {

    private static final JavaClasses GENERATED =
            new ClassFileImporter().importPackages("io.github.qlikconnections.client");

    private static final Path MAIN =
            Path.of(System.getProperty("basedir", "."), "src/main/java/io/github/qlikconnections");

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//.*$");
    private static final Pattern LITERAL = Pattern.compile("(?s)\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** A null check names a Java parameter, which may have the name of a member. */
    private static final Pattern NULL_CHECK =
            Pattern.compile("(?:requireNonNull|notBlank|Arguments.\\w+)\\([^;\"]*,\\s*\"\\w+\"");

    /** Names that do not change if the API renames its member: our own formats, parts of many names, common mistakes. */
    private static final Set<String> OWN_NAMES = Set.of(
            "spec/SpecFile.java: dataSourceId",
            "internal/text/SecretNames.java: authcode",
            "model/DraftReader.java: spaceid");

    @Test
    void everyMemberIsDefinedByAnOpenApiDocument() {
        assertThat(generatedNames()).containsAll(constants(WireMembers.class));
    }

    @Test
    void noSourceRepeatsAWireName() {
        Set<String> own = new TreeSet<>(constants(WireMembers.class));
        own.addAll(constants(WireNames.class));
        Set<String> all = new TreeSet<>(generatedNames());
        all.addAll(own);

        List<String> repeated = new ArrayList<>();
        for (Path source : sources()) {
            String file = MAIN.relativize(source).toString().replace('\\', '/');
            if (!file.startsWith("internal/wire/")) {
                Pattern names = pattern(file.startsWith("internal/gateway/") ? own : all);
                repetitions(read(source), names).forEach(name -> repeated.add(file + ": " + name));
            }
        }

        assertThat(repeated).containsExactlyInAnyOrderElementsOf(OWN_NAMES);
    }

    @Test
    void repeatedNameIsFoundInMembersPointersAndMessages() {
        Pattern names = pattern(Set.of("qName", "tags", "/tags"));

        assertThat(repetitions("put(\"qName\", 1);", names)).containsExactly("qName");
        assertThat(repetitions("put(\"qname\", 1);", names)).containsExactly("qname");
        assertThat(repetitions("put(\"/tags/0\", 1);", names)).containsExactly("/tags");
        assertThat(repetitions("fail(\"Set qName first.\");", names)).containsExactly("qName");
        assertThat(repetitions("fail(\"two tags\"); // \"qName()\"", names)).isEmpty();
        assertThat(repetitions("/* \"qName\" */ fail(\"call qName() first\");", names))
                .isEmpty();
        assertThat(repetitions("requireNonNull(value, \"qName\")", names)).isEmpty();
    }

    /** Matches names of several words as whole words in literals, and pointers as prefixes. */
    private static Pattern pattern(Set<String> names) {
        String words = names.stream()
                .filter(name -> name.matches("[a-z]+[A-Z]\\w+"))
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        String pointers = names.stream()
                .filter(name -> name.startsWith("/"))
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return Pattern.compile("(?i)\\b(?:" + words + ")\\b(?!\\()|^(?:" + pointers + ")(?=/|$)");
    }

    private static List<String> repetitions(String source, Pattern names) {
        String code = NULL_CHECK
                .matcher(COMMENT.matcher(source).replaceAll(""))
                .replaceAll(check -> Matcher.quoteReplacement(check.group().replaceAll("\"\\w+\"", "\"\"")));
        return LITERAL.matcher(code)
                .results()
                .map(literal -> Objects.requireNonNullElse(literal.group(1), literal.group(2)))
                .flatMap(literal -> names.matcher(literal).results())
                .map(name -> name.group())
                .toList();
    }

    private static Set<String> generatedNames() {
        return GENERATED.stream()
                .filter(type -> type.getPackageName().endsWith(".model"))
                .map(JavaClass::reflect)
                .flatMap(type -> Arrays.stream(type.getFields()))
                .map(field -> field.getAnnotation(JsonProperty.class))
                .filter(Objects::nonNull)
                .map(JsonProperty::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> constants(Class<?> type) {
        return Arrays.stream(type.getFields()).map(WireNamesTest::value).collect(Collectors.toSet());
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> sources() {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
