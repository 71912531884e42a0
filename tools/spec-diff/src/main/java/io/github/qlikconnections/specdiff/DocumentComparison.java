package io.github.qlikconnections.specdiff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares our document with one of the vendor. Not compared are descriptions, examples, tags, names of operations, servers and
 * security, because they do not change requests and responses.
 */
final class DocumentComparison {

    private static final JsonNode NONE = MissingNode.getInstance();

    /** The requests per minute of each tier, as the vendor documents them. */
    private static final Map<String, String> REQUESTS_PER_MINUTE = Map.of("1", "1000", "2", "100");

    private final DifferenceCollector differences = new DifferenceCollector();
    private final SpecDocument ours;
    private final SpecDocument upstream;
    private final SchemaComparison schemas;

    private DocumentComparison(SpecDocument ours, SpecDocument upstream) {
        this.ours = ours;
        this.upstream = upstream;
        this.schemas = new SchemaComparison(ours, upstream, differences);
    }

    /**
     * Returns the differences.
     *
     * @param onlyService whether other paths of the document belong to other services and are ignored
     */
    static List<Difference> of(SpecDocument ours, SpecDocument upstream, boolean onlyService) {
        DocumentComparison comparison = new DocumentComparison(ours, upstream);
        comparison.compareDocuments(onlyService);
        return comparison.differences.differences();
    }

    private void compareDocuments(boolean onlyService) {
        if (!onlyService) {
            differences.enter("document");
            differences.addExtensions(ours.root(), upstream.root(), "");
            differences.addExtensions(ours.root().path("info"), upstream.root().path("info"), "info");
        }
        PathMapping mapping = PathMapping.of(ours, upstream);
        SortedMap<String, ApiOperation> own = ApiOperation.allOf(ours, mapping, false);
        SortedMap<String, ApiOperation> theirs = ApiOperation.allOf(upstream, mapping, onlyService);
        own.forEach((key, operation) -> {
            ApiOperation other = theirs.remove(key);
            if (other == null) {
                addOperation(DifferenceSide.OURS, operation);
            } else {
                compareOperations(operation, other);
            }
        });
        theirs.values().forEach(operation -> addOperation(DifferenceSide.UPSTREAM, operation));
    }

    private void addOperation(DifferenceSide side, ApiOperation operation) {
        differences.enter(operation.name());
        differences.add(DifferenceKind.OPERATION, side, CompatibilityEffect.ofOperation(side), "");
        // An operation that we do not have may replace one that we have.
        differences.addExtensions(NONE, operation.node(), "");
    }

    private void compareOperations(ApiOperation our, ApiOperation their) {
        differences.enter(our.name());
        differences.addExtensions(our.node(), their.node(), "");
        differences.addExtensions(our.pathItem(), their.pathItem(), "");
        differences.addValue(
                DifferenceKind.RATE_TIER,
                "",
                tierOf(our.node()),
                tierOf(their.node()),
                "",
                side -> CompatibilityEffect.CHANGES_BEHAVIOR);
        compareParameters(our.parameters(), their.parameters());
        JsonNode ourBody = ours.resolve(our.node().path("requestBody"));
        JsonNode theirBody = upstream.resolve(their.node().path("requestBody"));
        differences.addMark(
                DifferenceKind.REQUIRED,
                ourBody.path("required").asBoolean(),
                theirBody.path("required").asBoolean(),
                "request",
                side -> CompatibilityEffect.ofRequired(side, true));
        differences.addExtensions(ourBody, theirBody, "request");
        compareBodies(ourBody, theirBody, "request", true);
        compareResponses(our.node().path("responses"), their.node().path("responses"));
    }

    /** Returns the tier and its limit. Our documents state the tier alone. */
    private static String tierOf(JsonNode operation) {
        JsonNode vendor = operation.path("x-qlik-tier");
        String tier =
                vendor.path("tier").asText(operation.path("x-rate-limit-tier").asText());
        String limit = vendor.path("limit").asText(REQUESTS_PER_MINUTE.getOrDefault(tier, ""));
        return tier.isEmpty() ? "" : tier + " with " + limit + " requests per minute";
    }

    private void compareParameters(SortedMap<String, JsonNode> our, SortedMap<String, JsonNode> their) {
        TreeSet<String> keys = new TreeSet<>(our.keySet());
        keys.addAll(their.keySet());
        for (String key : keys) {
            JsonNode ourParameter = our.getOrDefault(key, NONE);
            JsonNode theirParameter = their.getOrDefault(key, NONE);
            JsonNode either = ourParameter.isMissingNode() ? theirParameter : ourParameter;
            String place =
                    either.path("in").asText() + " " + either.path("name").asText();
            if (ourParameter.isMissingNode() || theirParameter.isMissingNode()) {
                DifferenceSide side = theirParameter.isMissingNode() ? DifferenceSide.OURS : DifferenceSide.UPSTREAM;
                boolean isRequired = either.path("required").asBoolean();
                differences.add(
                        DifferenceKind.PARAMETER, side, CompatibilityEffect.ofParameter(side, isRequired), place);
            } else {
                compareParameters(ourParameter, theirParameter, place);
            }
        }
    }

    private void compareParameters(JsonNode our, JsonNode their, String place) {
        differences.addMark(
                DifferenceKind.REQUIRED,
                our.path("required").asBoolean(),
                their.path("required").asBoolean(),
                place,
                side -> CompatibilityEffect.ofRequired(side, true));
        differences.addValue(
                DifferenceKind.STYLE,
                "",
                styleOf(our, ours),
                styleOf(their, upstream),
                place,
                side -> CompatibilityEffect.BREAKS_WRITERS);
        differences.addExtensions(our, their, place);
        schemas.compare(schemaOf(our), schemaOf(their), place, true);
    }

    /** Returns how a value is written. It matters only for lists and objects, and for reserved and empty values. */
    private static String styleOf(JsonNode parameter, SpecDocument document) {
        String in = parameter.path("in").asText();
        String style = parameter.path("style").asText(in.equals("query") || in.equals("cookie") ? "form" : "simple");
        Set<String> types =
                new SchemaNormalizer(document).normalize(schemaOf(parameter)).types();
        String explode = types.contains("array") || types.contains("object")
                ? " explode=" + parameter.path("explode").asBoolean(style.equals("form"))
                : "";
        return style
                + explode
                + (parameter.path("allowReserved").asBoolean() ? " allowReserved" : "")
                + (parameter.path("allowEmptyValue").asBoolean() ? " allowEmptyValue" : "");
    }

    /** Returns the schema of a parameter or header, which may be in its only content. */
    private static JsonNode schemaOf(JsonNode parameter) {
        Iterator<JsonNode> contents = parameter.path("content").elements();
        return (contents.hasNext() ? contents.next() : parameter).path("schema");
    }

    private void compareResponses(JsonNode our, JsonNode their) {
        SortedMap<String, JsonNode> ourResponses = members(our);
        SortedMap<String, JsonNode> theirResponses = members(their);
        for (DifferenceSide side : List.of(DifferenceSide.OURS, DifferenceSide.UPSTREAM)) {
            boolean isOurs = side == DifferenceSide.OURS;
            TreeSet<String> only = new TreeSet<>((isOurs ? ourResponses : theirResponses).keySet());
            only.removeAll((isOurs ? theirResponses : ourResponses).keySet());
            only.forEach(status ->
                    differences.add(DifferenceKind.STATUS, side, CompatibilityEffect.ofStatus(status), status));
        }
        ourResponses.forEach((status, response) -> Optional.ofNullable(theirResponses.get(status))
                .ifPresent(other -> compareResponses(ours.resolve(response), upstream.resolve(other), status)));
    }

    private void compareResponses(JsonNode our, JsonNode their, String status) {
        differences.addExtensions(our, their, status);
        SortedMap<String, JsonNode> ourHeaders = headersOf(ours, our);
        SortedMap<String, JsonNode> theirHeaders = headersOf(upstream, their);
        differences.addNames(
                DifferenceKind.HEADER,
                ourHeaders.keySet(),
                theirHeaders.keySet(),
                name -> status + " header " + name,
                side -> CompatibilityEffect.ofField(side, false, false));
        ourHeaders.forEach((name, header) -> Optional.ofNullable(theirHeaders.get(name))
                .ifPresent(other -> {
                    String place = status + " header " + name;
                    differences.addExtensions(header, other, place);
                    schemas.compare(schemaOf(header), schemaOf(other), place, false);
                }));
        compareBodies(our, their, status, false);
    }

    private static SortedMap<String, JsonNode> headersOf(SpecDocument document, JsonNode response) {
        SortedMap<String, JsonNode> headers = new TreeMap<>();
        response.path("headers")
                .properties()
                .forEach(header ->
                        headers.put(header.getKey().toLowerCase(Locale.ROOT), document.resolve(header.getValue())));
        return headers;
    }

    private void compareBodies(JsonNode our, JsonNode their, String place, boolean isRequest) {
        SortedMap<String, JsonNode> ourBodies = bodiesOf(our);
        SortedMap<String, JsonNode> theirBodies = bodiesOf(their);
        differences.addNames(
                DifferenceKind.BODY,
                ourBodies.keySet(),
                theirBodies.keySet(),
                type -> place + " " + type,
                side -> CompatibilityEffect.ofMediaType(side, isRequest));
        ourBodies.forEach((type, body) -> Optional.ofNullable(theirBodies.get(type))
                .ifPresent(
                        other -> schemas.compare(body.path("schema"), other.path("schema"), place + " ", isRequest)));
    }

    /** Returns the bodies by media type, without parameters such as the charset. */
    private static SortedMap<String, JsonNode> bodiesOf(JsonNode owner) {
        SortedMap<String, JsonNode> bodies = new TreeMap<>();
        owner.path("content")
                .properties()
                .forEach(body -> bodies.put(
                        body.getKey().replaceFirst("\\s*;.*", "").toLowerCase(Locale.ROOT), body.getValue()));
        return bodies;
    }

    private static SortedMap<String, JsonNode> members(JsonNode object) {
        SortedMap<String, JsonNode> members = new TreeMap<>();
        object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }
}
