package io.github.qlikconnections.convergence;

import io.github.qlikconnections.testkit.FakeDataSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A generated data source.
 *
 * @param id its id
 * @param properties its properties by name
 * @param rule a keyword of the schema that ties secrets to other properties, empty for none
 * @param usable whether its specification can be used
 * @param hiddenByName the properties that the tenant keeps in the credential although the schema does not mark them
 */
record GeneratedSource(
        String id, Map<String, PropertyKind> properties, String rule, boolean usable, List<String> hiddenByName) {

    private static final String SECRET_IF_BASIC = "\"if\":{\"properties\":{\"%1$s\":{\"const\":\"basic\"}},"
            + "\"required\":[\"%1$s\"]},\"then\":{\"required\":[\"%2$s\"]}";
    private static final String ALTERNATIVES = "\"oneOf\":[{\"properties\":{\"%1$s\":{\"const\":\"anonymous\"}}},"
            + "{\"properties\":{\"%1$s\":{\"const\":\"basic\"}},\"required\":[\"%1$s\",\"%2$s\"]}]";

    static GeneratedSource next(String id, Random random) {
        Map<String, PropertyKind> properties = new LinkedHashMap<>();
        PropertyKind[] kinds = PropertyKind.values();
        for (int i = 2 + random.nextInt(7); i > 0; i--) {
            PropertyKind kind = kinds[random.nextInt(kinds.length)];
            properties.put(PropertyKind.any(random, kind.names), kind);
        }
        if (random.nextBoolean()) {
            properties.put("password", PropertyKind.PASSWORD);
        }
        List<String> hidden = new ArrayList<>();
        properties.forEach((name, kind) -> {
            boolean mayBeHidden =
                    kind == PropertyKind.SECRET_BY_NAME || kind == PropertyKind.USER_NAME || kind.isFile();
            if (mayBeHidden && random.nextBoolean()) {
                hidden.add(name);
            }
        });
        return new GeneratedSource(id, properties, rule(properties, random), random.nextInt(20) > 0, hidden);
    }

    private static String rule(Map<String, PropertyKind> properties, Random random) {
        Optional<String> condition = properties.keySet().stream()
                .filter(name -> name.equals("authSchema") || name.equals("mode"))
                .findFirst();
        if (condition.isEmpty() || !properties.containsKey("password") || random.nextInt(4) == 0) {
            return "";
        }
        return (random.nextBoolean() ? SECRET_IF_BASIC : ALTERNATIVES).formatted(condition.get(), "password");
    }

    FakeDataSource source() {
        List<String> secrets = hiddenByName.stream()
                .filter(name -> properties.get(name) != PropertyKind.USER_NAME)
                .toList();
        List<String> userNames = hiddenByName.stream()
                .filter(name -> properties.get(name) == PropertyKind.USER_NAME)
                .toList();
        return FakeDataSource.fromJson("""
            {"entry":{"dataSourceId":"%1$s","dataSourceName":"%1$s","name":"Generated.exe","provider":"Generated.exe",
            "providerName":"Generated.exe","dataSourcePropertyName":"sourceType","capabilities":[],"settings":[],
            "qriDefinition":{"qriPrefix":"qri:","connectionPart":{"template":"","properties":[]},
            "pathPart":{"template":"","properties":[]}}},
            "connectorVersion":"1.0.0","gateways":[],"secretProperties":%2$s,"credentialProperties":%3$s,
            "connectionProperties":%4$s}\
            """.formatted(id, array(secrets), array(userNames), schema()));
    }

    private String schema() {
        String declared = properties.entrySet().stream()
                .map(property -> "\"" + property.getKey() + "\":" + property.getValue().schema)
                .collect(Collectors.joining(","));
        String dialect = usable ? "" : "\"$schema\":\"other\",";
        return "{" + dialect + "\"type\":\"object\",\"properties\":{" + declared + "}"
                + (rule.isEmpty() ? "" : "," + rule) + "}";
    }

    private static String array(List<String> names) {
        return names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(",", "[", "]"));
    }

    /** Returns whether the tenant treats a property as a secret. */
    boolean isSecretOnTenant(String name) {
        PropertyKind kind = properties.get(name);
        boolean marked = kind != null && kind.isSecret() && kind != PropertyKind.SECRET_BY_NAME;
        return marked || (kind != PropertyKind.USER_NAME && hiddenByName.contains(name));
    }

    /** Returns the kind by which values are compared, empty if no usable schema declares the property. */
    Optional<PropertyKind> declared(String name) {
        return usable ? Optional.ofNullable(properties.get(name)) : Optional.empty();
    }
}
