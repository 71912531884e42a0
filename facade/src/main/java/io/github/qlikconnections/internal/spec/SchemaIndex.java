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

/** Knows where the references of a schema lead, by identifier, anchor and JSON Pointer; nothing is fetched. */
final class SchemaIndex {

    private static final int MAX_VALUES = 100_000;
    private static final URI ROOT = URI.create("urn:schema");

    private final Map<String, Object> byAddress = new HashMap<>();
    private final IdentityHashMap<Object, URI> bases = new IdentityHashMap<>();
    private int values;

    SchemaIndex(Map<?, ?> root) throws UnusableSchemaException {
        count(root);
        byAddress.put(ROOT.toString(), root);
        index(root, ROOT);
    }

    /** What a value of a schema may be is bounded by how many values there are, keywords or not. */
    private void count(@Nullable Object value) throws UnusableSchemaException {
        if (++values > MAX_VALUES) {
            throw new UnusableSchemaException("it holds more than " + MAX_VALUES + " values");
        }
        if (value instanceof Map<?, ?> members) {
            for (Object member : members.values()) {
                count(member);
            }
        } else if (value instanceof List<?> items) {
            for (Object item : items) {
                count(item);
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
                own = identify(keywords, own, id);
            }
        }
        for (String keyword : new String[] {"$anchor", "$dynamicAnchor"}) {
            if (keywords.get(keyword) instanceof String anchor) {
                byAddress.putIfAbsent(own + "#" + anchor, keywords);
            }
        }
        bases.put(keywords, own);
        for (Map.Entry<?, ?> entry : keywords.entrySet()) {
            for (Object each : Keywords.schemas(String.valueOf(entry.getKey()), entry.getValue())) {
                index(each, own);
            }
        }
    }

    private URI identify(Map<?, ?> keywords, URI base, String id) {
        URI address;
        try {
            address = resolve(base, id);
        } catch (UnusableSchemaException e) {
            // No reference can lead to it, so it is no identifier.
            return base;
        }
        byAddress.putIfAbsent(address.toString(), keywords);
        if (id.startsWith("#")) {
            return base;
        }
        URI own = withoutFragment(address);
        byAddress.putIfAbsent(own.toString(), keywords);
        return own;
    }

    /** What a reference that stands in a schema refers to. */
    Object target(Map<?, ?> referrer, String reference) throws UnusableSchemaException {
        URI address = resolve(baseOf(referrer), reference);
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
        throw new UnusableSchemaException("a reference in it leads nowhere");
    }

    private URI baseOf(Map<?, ?> schema) {
        return bases.getOrDefault(schema, ROOT);
    }

    /** {@link URI} cannot resolve against a URN, so a fragment is put to it by hand. */
    private static URI resolve(URI base, String reference) throws UnusableSchemaException {
        try {
            if (reference.startsWith("#")) {
                return new URI(withoutFragment(base) + reference);
            }
            return base.resolve(new URI(reference));
        } catch (URISyntaxException e) {
            throw new UnusableSchemaException("an identifier or reference in it is no URI");
        }
    }

    private static URI withoutFragment(URI address) {
        String text = address.toString();
        int hash = text.indexOf('#');
        return hash < 0 ? address : URI.create(text.substring(0, hash));
    }
}
