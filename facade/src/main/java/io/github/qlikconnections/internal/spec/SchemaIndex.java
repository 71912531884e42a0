package io.github.qlikconnections.internal.spec;

import io.github.qlikconnections.internal.json.JsonPointers;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Resolves the references of a schema by identifier, anchor and JSON Pointer. Never fetches a document. */
final class SchemaIndex {

    private static final int MAX_VALUES = 100_000;
    private static final URI ROOT = URI.create("urn:schema");

    private final Map<String, Object> byAddress = new HashMap<>();
    private final IdentityHashMap<Object, URI> bases = new IdentityHashMap<>();
    private int valueCount;

    SchemaIndex(Map<?, ?> root) throws UnusableSchemaException {
        checkSize(root);
        byAddress.put(ROOT.toString(), root);
        index(root, ROOT);
    }

    /** Limits the size of the schema by its total number of JSON values. */
    private void checkSize(@Nullable Object value) throws UnusableSchemaException {
        if (++valueCount > MAX_VALUES) {
            throw new UnusableSchemaException("it contains more than " + MAX_VALUES + " values");
        }
        if (value instanceof Map<?, ?> members) {
            for (Object member : members.values()) {
                checkSize(member);
            }
        } else if (value instanceof List<?> items) {
            for (Object item : items) {
                checkSize(item);
            }
        }
    }

    private void index(@Nullable Object schema, URI base) {
        if (!(schema instanceof Map<?, ?> keywords)) {
            return;
        }
        URI own = base;
        for (String keyword : new String[] {"$id", "id"}) {
            if (keywords.get(keyword) instanceof String id) {
                own = registerId(keywords, own, id);
            }
        }
        for (String keyword : new String[] {"$anchor", "$dynamicAnchor"}) {
            if (keywords.get(keyword) instanceof String anchor) {
                byAddress.putIfAbsent(own + "#" + anchor, keywords);
            }
        }
        bases.put(keywords, own);
        for (Map.Entry<?, ?> entry : keywords.entrySet()) {
            for (Object each : Keywords.subschemas(String.valueOf(entry.getKey()), entry.getValue())) {
                index(each, own);
            }
        }
    }

    private URI registerId(Map<?, ?> keywords, URI base, String id) {
        URI address;
        try {
            address = resolveUri(base, id);
        } catch (UnusableSchemaException e) {
            // No reference can resolve to it, so it is not an identifier.
            return base;
        }
        byAddress.putIfAbsent(address.toString(), keywords);
        URI own = withoutFragment(address);
        byAddress.putIfAbsent(own.toString(), keywords);
        return own;
    }

    /** Resolves a reference of a schema. */
    Object resolve(Map<?, ?> referrer, String reference) throws UnusableSchemaException {
        URI address = resolveUri(baseOf(referrer), reference);
        Object resource = byAddress.get(withoutFragment(address).toString());
        String fragment = address.getRawFragment();
        Object target = fragment == null || fragment.isEmpty() ? resource : byAddress.get(address.toString());
        if (target == null && fragment != null && fragment.startsWith("/") && resource != null) {
            String pointer = URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
            target = JsonPointers.find(resource, pointer);
            if (target instanceof Map<?, ?> keywords && !bases.containsKey(keywords)) {
                index(keywords, baseOf(referrer));
            }
        }
        if (target instanceof Map<?, ?> || target instanceof Boolean) {
            return target;
        }
        throw new UnusableSchemaException("a reference in it cannot be resolved");
    }

    private URI baseOf(Map<?, ?> schema) {
        return bases.getOrDefault(schema, ROOT);
    }

    /** Resolves a reference. {@link URI} cannot resolve against a URN, so a fragment is appended directly. */
    private static URI resolveUri(URI base, String reference) throws UnusableSchemaException {
        try {
            if (reference.startsWith("#")) {
                return new URI(withoutFragment(base) + reference);
            }
            return base.resolve(new URI(reference));
        } catch (URISyntaxException e) {
            throw new UnusableSchemaException("an identifier or reference in it is not a URI");
        }
    }

    private static URI withoutFragment(URI address) {
        String text = address.toString();
        int hash = text.indexOf('#');
        return hash < 0 ? address : URI.create(text.substring(0, hash));
    }
}
