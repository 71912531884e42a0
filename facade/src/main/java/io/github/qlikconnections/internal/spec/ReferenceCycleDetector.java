package io.github.qlikconnections.internal.spec;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds definitions that lead back to themselves without going into the value, so that no evaluation of them ends. A
 * definition that refers to itself for the members or items of its value is recursive, and is none of these.
 */
final class ReferenceCycleDetector {

    private static final String DEFINITION = "#/$defs/";
    private static final List<String> OF_THE_SAME_VALUE =
            List.of("allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas");

    /** A definition on the way, and where to go next from it. */
    private record Step(String name, Iterator<String> next) {}

    private final Map<String, ?> definitions;
    private final Set<String> visited = new HashSet<>();
    private final Set<String> open = new HashSet<>();
    private final Deque<Step> way = new ArrayDeque<>();
    private final Set<String> circular = new HashSet<>();

    private ReferenceCycleDetector(Map<String, ?> definitions) {
        this.definitions = definitions;
    }

    static Set<String> in(Map<String, ?> definitions) {
        ReferenceCycleDetector circles = new ReferenceCycleDetector(definitions);
        definitions.keySet().forEach(circles::visit);
        return circles.circular;
    }

    private void visit(String start) {
        enter(start);
        while (!way.isEmpty()) {
            Step last = way.peek();
            if (last.next().hasNext()) {
                String name = last.next().next();
                if (open.contains(name)) {
                    close(name);
                } else {
                    enter(name);
                }
            } else {
                way.pop();
                open.remove(last.name());
            }
        }
    }

    private void enter(String name) {
        if (visited.add(name)) {
            open.add(name);
            way.push(new Step(name, references(definitions.get(name)).iterator()));
        }
    }

    private void close(String name) {
        for (Step step : way) {
            circular.add(step.name());
            if (step.name().equals(name)) {
                return;
            }
        }
    }

    private static List<String> references(@Nullable Object definition) {
        List<String> references = new ArrayList<>();
        Deque<Object> waiting = new ArrayDeque<>();
        for (Object next = definition; next != null; next = waiting.poll()) {
            if (next instanceof Map<?, ?> schema) {
                if (schema.get("$ref") instanceof String reference && reference.startsWith(DEFINITION)) {
                    references.add(reference.substring(DEFINITION.length()));
                }
                for (String keyword : OF_THE_SAME_VALUE) {
                    waiting.addAll(Keywords.schemas(keyword, schema.get(keyword)));
                }
            }
        }
        return references;
    }
}
