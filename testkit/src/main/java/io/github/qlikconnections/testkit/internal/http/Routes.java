package io.github.qlikconnections.testkit.internal.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds the handler for a method and a path. If several match, the one that was added first is used. */
public final class Routes {

    /** Handles the requests of an operation. */
    @FunctionalInterface
    public interface RouteHandler {
        Response handle(RoutedCall call);
    }

    /** A request with its path variables and its caller. */
    public record RoutedCall(Request request, Map<String, String> variables, Principal caller) {

        public String variable(String name) {
            return variables.getOrDefault(name, "");
        }
    }

    private record Route(String method, List<String> template, RouteHandler handler) {}

    private final List<Route> routes = new ArrayList<>();

    /** Adds the handler of an operation at a path such as {@code /api/v1/spaces/{spaceId}}. */
    public void add(String method, String template, RouteHandler handler) {
        routes.add(new Route(method, List.of(template.substring(1).split("/", -1)), handler));
    }

    /** Returns whether there is an operation at the path of a request, with any method. */
    public boolean serves(Request request) {
        return routes.stream().anyMatch(route -> matches(route.template(), request.segments(), new HashMap<>()));
    }

    /** Handles a request, or rejects it if there is no operation for its method and path. */
    public Response handle(Request request, Principal caller) {
        Set<String> otherMethods = new TreeSet<>();
        for (Route route : routes) {
            Map<String, String> variables = new HashMap<>();
            if (!matches(route.template(), request.segments(), variables)) {
                continue;
            }
            if (route.method().equals(request.method())) {
                return route.handler().handle(new RoutedCall(request, variables, caller));
            }
            otherMethods.add(route.method());
        }
        if (!otherMethods.isEmpty()) {
            throw new ApiErrorException(
                    405,
                    "HTTP-405",
                    "Method not allowed",
                    request.method() + " is not allowed here. Allowed: " + String.join(", ", otherMethods));
        }
        throw ApiErrorException.notFound("There is no operation at " + request.rawPath());
    }

    private static boolean matches(List<String> template, List<String> segments, Map<String, String> variables) {
        if (template.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < template.size(); i++) {
            String expected = template.get(i);
            if (expected.startsWith("{")) {
                if (segments.get(i).isEmpty()) {
                    return false;
                }
                variables.put(expected.substring(1, expected.length() - 1), segments.get(i));
            } else if (!expected.equals(segments.get(i))) {
                return false;
            }
        }
        return true;
    }
}
