package io.github.qlikconnections.convergence;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** The kinds of properties in generated specifications, with their schema, typical names and JSON values. */
enum PropertyKind {
    TEXT("{\"type\":\"string\"}", "region", "path", "schemaName", "patTern", "pattern") {
        @Override
        Object value(Random random) {
            return any(random, TEXTS);
        }
    },
    TEXT_WITH_DEFAULT("{\"type\":\"string\",\"default\":\"1\"}", "level", "driver") {
        @Override
        Object value(Random random) {
            return any(random, TEXTS);
        }
    },
    LISTED_TEXT("{\"type\":\"string\",\"enum\":[\"EU\",\"eu\",\"us-1\",\"1\"]}", "zone", "flavour") {
        @Override
        Object value(Random random) {
            return any(random, List.of("EU", "eu", "us-1", "1"));
        }
    },
    INTEGER("{\"type\":\"integer\"}", "port", "timeout", "fetchSize") {
        @Override
        Object value(Random random) {
            return (long) random.nextInt(4);
        }
    },
    INTEGER_WITH_DEFAULT("{\"type\":\"integer\",\"default\":2}", "retries") {
        @Override
        Object value(Random random) {
            return (long) random.nextInt(4);
        }
    },
    NUMBER("{\"type\":\"number\"}", "ratio", "factor") {
        @Override
        Object value(Random random) {
            return new BigDecimal(any(random, List.of("1", "1.5", "1.50", "2E2", "0", "-3")));
        }
    },
    BOOLEAN("{\"type\":\"boolean\"}", "useSsl", "compressed") {
        @Override
        Object value(Random random) {
            return random.nextBoolean();
        }
    },
    BOOLEAN_WITH_DEFAULT("{\"type\":\"boolean\",\"default\":true}", "trusted") {
        @Override
        Object value(Random random) {
            return random.nextBoolean();
        }
    },
    TEXT_LIST("{\"type\":\"array\",\"items\":{\"type\":\"string\"}}", "tables", "scopes") {
        @Override
        Object value(Random random) {
            return list(random, () -> any(random, TEXTS));
        }
    },
    ENTRIES(
            "{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"},"
                    + "\"value\":{\"type\":\"string\"},\"encrypt\":{\"type\":\"boolean\"}}}}",
            "queryHeaders",
            "queryParameters") {
        @Override
        Object value(Random random) {
            return list(random, () -> {
                Map<String, Object> entry = new LinkedHashMap<>();
                boolean encrypt = random.nextInt(3) == 0;
                entry.put("name", any(random, List.of("a", "b", "X-Api-Key")));
                entry.put("value", encrypt ? secret(random) : any(random, TEXTS));
                if (encrypt || random.nextBoolean()) {
                    entry.put("encrypt", encrypt);
                }
                return entry;
            });
        }
    },
    OBJECT("{\"type\":\"object\"}", "advanced") {
        @Override
        Object value(Random random) {
            return Map.of("mode", any(random, TEXTS));
        }
    },
    ANY("{}", "option", "variant") {
        @Override
        Object value(Random random) {
            return switch (random.nextInt(4)) {
                case 0 -> (long) random.nextInt(3);
                case 1 -> random.nextBoolean();
                case 2 -> list(random, () -> (long) random.nextInt(3));
                default -> any(random, TEXTS);
            };
        }
    },
    SEVERAL_TYPES("{\"type\":[\"string\",\"integer\",\"boolean\"]}", "limit") {
        @Override
        Object value(Random random) {
            return random.nextBoolean() ? (Object) (long) random.nextInt(3) : any(random, TEXTS);
        }
    },
    HOST("{\"type\":\"string\"}", "host", "server") {
        @Override
        Object value(Random random) {
            return any(random, HOSTS);
        }
    },
    HOST_BY_FORMAT("{\"type\":\"string\",\"format\":\"hostname\"}", "node") {
        @Override
        Object value(Random random) {
            return any(random, HOSTS);
        }
    },
    URL("{\"type\":\"string\"}", "url") {
        @Override
        Object value(Random random) {
            return any(random, URIS);
        }
    },
    URI_BY_FORMAT("{\"type\":\"string\",\"format\":\"uri\"}", "endpointAddress") {
        @Override
        Object value(Random random) {
            return any(random, URIS);
        }
    },
    BASE64("{\"type\":\"string\",\"contentEncoding\":\"base64\"}", "picture") {
        @Override
        Object value(Random random) {
            return any(random, List.of("QUJDREVGR0g=", "QUJDRE\nVGR0g=", "QUJDREVGR0k="));
        }
    },
    PASSWORD("{\"type\":\"string\",\"format\":\"password\"}", "password") {
        @Override
        Object value(Random random) {
            return secret(random);
        }
    },
    WRITE_ONLY("{\"type\":\"string\",\"writeOnly\":true}", "sessionSetting") {
        @Override
        Object value(Random random) {
            return secret(random);
        }
    },
    WRITE_ONLY_INTEGER("{\"type\":\"integer\",\"writeOnly\":true}", "accountNumber") {
        @Override
        Object value(Random random) {
            return 700_000_000L + random.nextInt(100_000_000);
        }
    },
    SECRET_BY_NAME("{\"type\":\"string\"}", "apiToken", "sasPat") {
        @Override
        Object value(Random random) {
            return secret(random);
        }
    },
    USER_NAME("{\"type\":\"string\"}", "username", "userId") {
        @Override
        Object value(Random random) {
            return any(random, List.of("reader", "Reader", "writer"));
        }
    },
    AUTHENTICATION("{\"type\":\"string\",\"enum\":[\"anonymous\",\"basic\"]}", "authSchema") {
        @Override
        Object value(Random random) {
            return any(random, List.of("anonymous", "basic"));
        }
    },
    DISCRIMINATOR("{\"type\":\"string\",\"enum\":[\"anonymous\",\"basic\"]}", "mode") {
        @Override
        Object value(Random random) {
            return any(random, List.of("anonymous", "basic"));
        }
    },
    FILE(
            "{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"},"
                    + "\"value\":{\"type\":\"string\",\"contentEncoding\":\"base64\"}}}}",
            "rootCertificates") {
        @Override
        Object value(Random random) {
            return file(random);
        }
    },
    SECRET_FILE(
            "{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"},"
                    + "\"value\":{\"type\":\"string\",\"format\":\"password\",\"contentEncoding\":\"base64\"}}}}",
            "keyFilePath") {
        @Override
        Object value(Random random) {
            return file(random);
        }
    };

    private static final List<String> TEXTS = List.of(
            "1", "01", "1.1", "1.10", "007", "7", "true", "True", "EU-West-1", "eu-west-1", "a b", "é", "a/b", "x=y;z");
    private static final List<String> HOSTS =
            List.of("db.example.com", "DB.Example.com", "db2.example.com", "10.0.0.7");
    private static final List<String> URIS = List.of(
            "https://api.example.com",
            "https://API.example.com/",
            "HTTPS://api.example.com:443",
            "https://api.example.com/api",
            "https://api.example.com/api/",
            "https://api.example.com:8443/%7eme");

    /** The prefix of all secrets, by which they are found in any output. */
    static final String SECRET = "hush-";

    /** The base64 form of the prefix. */
    static final String ENCODED_SECRET = "aHVzaC";

    final String schema;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list
    final List<String> names;

    PropertyKind(String schema, String... names) {
        this.schema = schema;
        this.names = List.of(names);
    }

    /** Returns a value of this kind. There are few values, so that two are often equal. */
    abstract Object value(Random random);

    boolean isSecret() {
        return switch (this) {
            case PASSWORD, WRITE_ONLY, WRITE_ONLY_INTEGER, SECRET_BY_NAME -> true;
            default -> false;
        };
    }

    boolean isFile() {
        return this == FILE || this == SECRET_FILE;
    }

    static <T> T any(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    static String secret(Random random) {
        return SECRET + Long.toHexString(random.nextLong());
    }

    private static List<Object> list(Random random, Supplier<Object> item) {
        List<Object> items = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            items.add(item.get());
        }
        return items;
    }

    private static Object file(Random random) {
        String content = Base64.getEncoder().encodeToString(secret(random).getBytes(StandardCharsets.UTF_8));
        return List.of(Map.of("name", any(random, List.of("a.pem", "b.pem")), "value", content));
    }
}
