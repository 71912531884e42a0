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
 * Finds definitions that reference themselves for the same value, so that their evaluation never terminates. A definition that
 * references itself for the members or items of its value is recursive, which is allowed.
 */
final class ReferenceCycleDetector {

    private static final String DEFINITION_PREFIX = "#/$defs/";
    private static final List<String> IN_PLACE_APPLICATORS =
            List.of("allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas");

    /** A definition on the current path and the references that remain to be visited. */
    private record Step(String name, Iterator<String> next) {}

    private final Map<String, ?> definitions;
    private final Set<String> visited = new HashSet<>();
    private final Set<String> onPath = new HashSet<>();
    private final Deque<Step> path = new ArrayDeque<>();
    private final Set<String> cyclic = new HashSet<>();

    private ReferenceCycleDetector(Map<String, ?> definitions) {
        this.definitions = definitions;
    }

    static Set<String> findCyclic(Map<String, ?> definitions) {
        ReferenceCycleDetector detector = new ReferenceCycleDetector(definitions);
        definitions.keySet().forEach(detector::visit);
        return detector.cyclic;
    }

    private void visit(String start) {
        enter(start);
        while (!path.isEmpty()) {
            Step last = path.peek();
            if (last.next().hasNext()) {
                String name = last.next().next();
                if (onPath.contains(name)) {
                    markCycle(name);
                } else {
                    enter(name);
                }
            } else {
                path.pop();
                onPath.remove(last.name());
            }
        }
    }

    private void enter(String name) {
        if (visited.add(name)) {
            onPath.add(name);
            path.push(new Step(name, findReferences(definitions.get(name)).iterator()));
        }
    }

    private void markCycle(String name) {
        for (Step step : path) {
            cyclic.add(step.name());
            if (step.name().equals(name)) {
                return;
            }
        }
    }

    private static List<String> findReferences(@Nullable Object definition) {
        List<String> references = new ArrayList<>();
        Deque<Object> pending = new ArrayDeque<>();
        for (Object next = definition; next != null; next = pending.poll()) {
            if (next instanceof Map<?, ?> schema) {
                if (schema.get("$ref") instanceof String reference && reference.startsWith(DEFINITION_PREFIX)) {
                    references.add(reference.substring(DEFINITION_PREFIX.length()));
                }
                for (String keyword : IN_PLACE_APPLICATORS) {
                    pending.addAll(Keywords.subschemas(keyword, schema.get(keyword)));
                }
            }
        }
        return references;
    }
}
