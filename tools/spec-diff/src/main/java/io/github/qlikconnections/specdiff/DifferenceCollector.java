package io.github.qlikconnections.specdiff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Collects the differences of two documents. Not thread-safe. */
final class DifferenceCollector {

    /** Extensions that have a kind of difference of their own. */
    private static final List<String> SEPARATE =
            List.of("x-qlik-deprecated", "x-qlik-replaces", "x-qlik-stability", "x-qlik-tier");

    private final SortedSet<Difference> differences = new TreeSet<>();
    private String operation = "";

    List<Difference> differences() {
        return List.copyOf(differences);
    }

    /** Sets the operation of the differences that follow. */
    void enter(String name) {
        operation = name;
    }

    void add(DifferenceKind kind, DifferenceSide side, CompatibilityEffect effect, String place) {
        differences.add(new Difference(kind, side, effect, operation, place.strip()));
    }

    /** Adds the names that only one side has. */
    void addNames(
            DifferenceKind kind,
            Collection<String> ours,
            Collection<String> upstream,
            Function<String, String> placeOf,
            Function<DifferenceSide, CompatibilityEffect> effectOf) {
        for (String name : ours) {
            if (!upstream.contains(name)) {
                add(kind, DifferenceSide.OURS, effectOf.apply(DifferenceSide.OURS), placeOf.apply(name));
            }
        }
        for (String name : upstream) {
            if (!ours.contains(name)) {
                add(kind, DifferenceSide.UPSTREAM, effectOf.apply(DifferenceSide.UPSTREAM), placeOf.apply(name));
            }
        }
    }

    /** Adds a mark that only one side has. */
    void addMark(
            DifferenceKind kind,
            boolean ours,
            boolean upstream,
            String place,
            Function<DifferenceSide, CompatibilityEffect> effectOf) {
        if (ours != upstream) {
            DifferenceSide side = ours ? DifferenceSide.OURS : DifferenceSide.UPSTREAM;
            add(kind, side, effectOf.apply(side), place);
        }
    }

    /** Adds a value that differs. An empty value is absent. */
    void addValue(
            DifferenceKind kind,
            String name,
            String ours,
            String upstream,
            String place,
            Function<DifferenceSide, CompatibilityEffect> effectOf) {
        if (ours.equals(upstream)) {
            return;
        }
        DifferenceSide side = upstream.isEmpty()
                ? DifferenceSide.OURS
                : ours.isEmpty() ? DifferenceSide.UPSTREAM : DifferenceSide.BOTH;
        String values = side == DifferenceSide.BOTH ? ours + " here, " + upstream + " upstream" : ours + upstream;
        add(kind, side, effectOf.apply(side), place.strip() + " = " + (name + " " + values).strip());
    }

    /** Compares the extensions of the vendor and the mark {@code deprecated} of any element. */
    void addExtensions(JsonNode ours, JsonNode upstream, String place) {
        addMark(
                DifferenceKind.DEPRECATION,
                isDeprecated(ours),
                isDeprecated(upstream),
                place,
                CompatibilityEffect::ofAnnouncement);
        addValue(
                DifferenceKind.REPLACEMENT,
                "",
                CanonicalJson.of(ours.path("x-qlik-replaces")),
                CanonicalJson.of(upstream.path("x-qlik-replaces")),
                place,
                CompatibilityEffect::ofAnnouncement);
        addValue(
                DifferenceKind.STABILITY,
                "",
                ours.path("x-qlik-stability").asText("stable"),
                upstream.path("x-qlik-stability").asText("stable"),
                place,
                side -> CompatibilityEffect.ANNOUNCES_AN_END);
        SortedMap<String, String> ourExtensions = extensions(ours);
        SortedMap<String, String> theirExtensions = extensions(upstream);
        SortedSet<String> names = new TreeSet<>(ourExtensions.keySet());
        names.addAll(theirExtensions.keySet());
        for (String name : names) {
            addValue(
                    DifferenceKind.EXTENSION,
                    name,
                    ourExtensions.getOrDefault(name, ""),
                    theirExtensions.getOrDefault(name, ""),
                    place,
                    side -> CompatibilityEffect.CHANGES_BEHAVIOR);
        }
    }

    private static boolean isDeprecated(JsonNode element) {
        JsonNode vendor = element.path("x-qlik-deprecated");
        return element.path("deprecated").asBoolean()
                || vendor.asBoolean()
                || vendor.isContainerNode()
                || (vendor.isTextual() && !vendor.textValue().equals("false"));
    }

    /** Returns the other extensions of the vendor, without those that have their default value. */
    private static SortedMap<String, String> extensions(JsonNode element) {
        SortedMap<String, String> extensions = new TreeMap<>();
        element.properties().forEach(member -> {
            String name = member.getKey();
            String value = CanonicalJson.of(member.getValue());
            boolean isDefault = value.equals("false") || (name.equals("x-qlik-visibility") && value.equals("public"));
            if (name.startsWith("x-qlik-") && !isDefault && !SEPARATE.contains(name)) {
                extensions.put(name, value);
            }
        });
        return extensions;
    }
}
