package io.github.qlikconnections.testkit.internal.connections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.qlikconnections.testkit.internal.http.Json;
import io.github.qlikconnections.testkit.internal.sources.DataSourceDefinition;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Formats and parses connect statements such as {@code CUSTOM CONNECT TO "provider=…;sourceType=…;k=v;"}. */
final class ConnectStatementCodec {

    // Published examples have backslashes before the quotes. Real statements have none.
    private static final Pattern FORM = Pattern.compile("CUSTOM CONNECT TO \\\\?\"(provider=[^;\"]+;?.*?)\\\\?\"");

    private ConnectStatementCodec() {}

    /** Formats properties without secrets, in the order of the schema. */
    static String format(DataSourceDefinition source, ObjectNode properties) {
        StringBuilder statement = new StringBuilder("CUSTOM CONNECT TO \"provider=").append(source.provider());
        statement.append(';');
        if (source.discriminator() != null) {
            statement
                    .append(source.discriminator())
                    .append('=')
                    .append(source.id())
                    .append(';');
        }
        Set<String> names = new LinkedHashSet<>(source.propertyNames());
        properties.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            if (properties.has(name)) {
                statement.append(name).append('=').append(text(properties.get(name)));
                statement.append(';');
            }
        }
        return statement.append('"').toString();
    }

    /** Parses the properties of a statement. Returns empty if the string is not a connect statement. */
    static Optional<ObjectNode> parse(String statement, DataSourceDefinition source) {
        Matcher form = FORM.matcher(statement);
        if (!form.matches()) {
            return Optional.empty();
        }
        ObjectNode properties = Json.object();
        for (String pair : form.group(1).split(";", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (!name.isEmpty() && !name.equals("provider") && !name.equals(source.discriminator())) {
                properties.put(name, equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return Optional.of(properties);
    }

    /** Lists of {name, value} have an internal format of the connectors: %2 after the name, %1 after the value. */
    private static String text(JsonNode value) {
        if (!value.isArray()) {
            return encode(value.asText());
        }
        StringBuilder list = new StringBuilder();
        for (JsonNode item : value) {
            list.append(encode(item.path("name").asText())).append("%2");
            list.append(encode(item.path("value").asText())).append("%1");
        }
        return list.toString();
    }

    private static String encode(String value) {
        return value.replace("%", "%25").replace(";", "%3B").replace("\"", "%22");
    }

    private static String decode(String value) {
        return value.replace("%22", "\"").replace("%3B", ";").replace("%25", "%");
    }
}
