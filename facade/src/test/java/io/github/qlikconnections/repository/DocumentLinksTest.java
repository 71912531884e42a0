package io.github.qlikconnections.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Follows the links of all documents to files of the repository and to headings. */
class DocumentLinksTest {

    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\\n]*`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)|(?:src|srcset|href)=\"([^\"]+)\"");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");

    private record Link(Path document, String target) {

        boolean isExternal() {
            return target.matches("[a-z]+:.*");
        }

        boolean isDead() {
            String[] parts = target.split("#", 2);
            Path file = parts[0].isEmpty()
                    ? document
                    : document.resolveSibling(parts[0]).normalize();
            if (!Files.exists(RepositoryFiles.absolute(file))) {
                return true;
            }
            return parts.length == 2 && !anchors(file).contains(parts[1]);
        }
    }

    @Test
    void everyLinkLeadsToAFileAndAHeading() {
        List<Link> links = new ArrayList<>();
        for (Path document : RepositoryFiles.documents()) {
            LINK.matcher(CODE.matcher(RepositoryFiles.read(document)).replaceAll("code"))
                    .results()
                    .map(link -> link.group(1) == null ? link.group(2) : link.group(1))
                    .forEach(target -> links.add(new Link(document, target)));
        }

        assertThat(links).filteredOn(link -> !link.isExternal()).hasSizeGreaterThan(100);
        assertThat(links)
                .filteredOn(link -> !link.isExternal())
                .as("links to files or headings that do not exist")
                .noneMatch(Link::isDead);
    }

    /** Returns the anchors of the headings, as GitHub derives them. */
    private static Set<String> anchors(Path document) {
        String text = Pattern.compile("(?s)```.*?```")
                .matcher(RepositoryFiles.read(document))
                .replaceAll("");
        return HEADING.matcher(text)
                .results()
                .map(heading -> heading.group(1)
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }
}
