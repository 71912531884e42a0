package io.github.qlikconnections.spring.failure;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/** Describes the values that a setting of a type can have. */
final class ValueForms {

    private ValueForms() {}

    /** Returns the end of a sentence that begins with "Set the setting to". */
    static String describe(Class<?> type) {
        Class<?> valueType = ClassUtils.resolvePrimitiveIfNecessary(type);
        if (valueType == Duration.class) {
            return "a duration such as 500ms, 10s, 2m or PT1M30S";
        }
        if (valueType == DataSize.class) {
            return "a size such as 512KB or 16MB";
        }
        if (valueType == Integer.class) {
            return "a whole number";
        }
        if (valueType == Boolean.class) {
            return "true or false";
        }
        if (valueType == Resource.class) {
            return "a location such as file:/run/secrets/qlik.pem";
        }
        if (valueType.isEnum()) {
            return Stream.of(valueType.getEnumConstants())
                    .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(" or "));
        }
        return "a single value";
    }
}
