import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Follows the links within a site. The exit status is 1 if one of them leads to a file or an anchor that does not exist. */
final class DeadLinks {

    /** A link without a scheme, that is, to a page of the site. */
    private static final Pattern LINK = Pattern.compile("\\s(?:href|src)=\"(?![a-z]+:)([^\"#]*)(?:#([^\"]*))?\"");

    /** A page whose list of contents has anchors that the javadoc tool of JDK 17 does not write. */
    private static final String NOT_FOLLOWED = "constant-values.html";

    private static final Pattern ANCHOR = Pattern.compile("\\sid=\"([^\"]*)\"");

    private DeadLinks() {}

    public static void main(String[] args) throws IOException {
        List<Path> pages;
        try (Stream<Path> files = Files.walk(Path.of(args[0]))) {
            pages = files.filter(file -> file.toString().endsWith(".html"))
                    .filter(file -> !file.endsWith(NOT_FOLLOWED))
                    .sorted()
                    .toList();
        }
        Map<Path, Set<String>> anchors = new HashMap<>();
        int links = 0;
        int dead = 0;
        for (Path page : pages) {
            for (MatchResult link : LINK.matcher(read(page)).results().toList()) {
                Path file = page;
                if (!link.group(1).isEmpty()) {
                    file = page.resolveSibling(decoded(link.group(1))).normalize();
                }
                boolean found = link.group(2) == null
                        ? Files.exists(file)
                        : anchors.computeIfAbsent(file, DeadLinks::anchors).contains(decoded(link.group(2)));
                links++;
                if (!found) {
                    dead++;
                    System.err.println(page + " has a dead link:" + link.group());
                }
            }
        }
        System.out.printf("%d pages, %d links, %d dead%n", pages.size(), links, dead);
        if (links == 0 || dead > 0) {
            System.exit(1);
        }
    }

    private static Set<String> anchors(Path page) {
        if (!Files.isRegularFile(page)) {
            return Set.of();
        }
        return ANCHOR.matcher(read(page))
                .results()
                .map(anchor -> unescaped(anchor.group(1)))
                .collect(Collectors.toSet());
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the text of a reference, in which a plus sign is no space. */
    private static String decoded(String reference) {
        return URLDecoder.decode(unescaped(reference).replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String unescaped(String html) {
        return html.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
