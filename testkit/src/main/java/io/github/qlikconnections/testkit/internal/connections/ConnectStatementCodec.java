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

/** {@code CUSTOM CONNECT TO "provider=…;sourceType=…;k=v;"}: written from properties and read back into them. */
final class ConnectStatementCodec {

    // The published examples have backslashes before the quotes; real statements have none.
    private static final Pattern FORM = Pattern.compile("CUSTOM CONNECT TO \\\\?\"(provider=[^;\"]+;?.*?)\\\\?\"");

    private ConnectStatementCodec() {}

    /** Writes a statement from properties that hold no secret, in the order of the source's schema. */
    static String of(DataSourceDefinition source, ObjectNode properties) {
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

    /** Reads the properties out of a statement; empty when the text is no connect statement. */
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

    /** Lists of {name, value} take the connectors' private form: %2 after the name, %1 after the value. */
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
