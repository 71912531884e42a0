package io.github.qlikconnections.specdiff;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Maps the paths of a document to those of our document of the same service, so that copies under another base path, such as {@code
 * /api/connectivity}, are compared by content.
 *
 * @param service the name of the service, which is the first segment after the base path
 * @param base the base path of our document, such as {@code /api/v1}
 * @param isCopy whether the other document has the service only under other base paths
 */
record PathMapping(String service, String base, boolean isCopy) {

    static PathMapping of(SpecDocument ours, SpecDocument upstream) {
        Pattern anyBase = anyBase(ours.name());
        String base = ours.paths().stream()
                .map(anyBase::matcher)
                .filter(Matcher::matches)
                .map(path -> path.group("base"))
                .findFirst()
                .orElse("");
        String servicePath = base + "/" + ours.name() + "/";
        boolean isCopy = upstream.paths().stream().noneMatch(path -> (path + "/").startsWith(servicePath));
        return new PathMapping(ours.name(), base, isCopy);
    }

    /** A base path has at most the segment {@code api} and one for the version or the namespace. */
    private static Pattern anyBase(String service) {
        return Pattern.compile("(?<base>(/api)?(/[\\w.-]+)??)(?<rest>/" + Pattern.quote(service) + "(/.*)?)");
    }

    /** Returns whether a path is one of the service, under our base path or any other. */
    boolean isOfService(String path) {
        return anyBase(service).matcher(path).matches();
    }

    /** Returns the path with our base path and without a slash at the end. */
    String map(String path) {
        Matcher matcher = anyBase(service).matcher(path);
        return (isCopy && matcher.matches() ? base + matcher.group("rest") : path).replaceFirst("(?<=.)/$", "");
    }

    /** Returns how many paths of our document are in the other one. */
    static long countShared(SpecDocument ours, SpecDocument upstream) {
        PathMapping mapping = of(ours, upstream);
        List<String> theirs = upstream.paths().stream()
                .map(path -> withoutNames(mapping.map(path)))
                .toList();
        return ours.paths().stream()
                .filter(path -> theirs.contains(withoutNames(path)))
                .count();
    }

    /** Removes the names of path parameters, which do not matter. */
    static String withoutNames(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }
}
