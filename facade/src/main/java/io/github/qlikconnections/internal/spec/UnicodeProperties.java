package io.github.qlikconnections.internal.spec;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Maps the Unicode properties of ECMA 262 to those of {@link java.util.regex}. */
final class UnicodeProperties {

    private static final Map<String, String> CATEGORIES = table("""
            L Letter|LC Cased_Letter|Lu Uppercase_Letter|Ll Lowercase_Letter|Lt Titlecase_Letter|Lm Modifier_Letter|\
            Lo Other_Letter|M Mark Combining_Mark|Mn Nonspacing_Mark|Mc Spacing_Mark|Me Enclosing_Mark|N Number|\
            Nd Decimal_Number digit|Nl Letter_Number|No Other_Number|P Punctuation punct|Pc Connector_Punctuation|\
            Pd Dash_Punctuation|Ps Open_Punctuation|Pe Close_Punctuation|Pi Initial_Punctuation|Pf Final_Punctuation|\
            Po Other_Punctuation|S Symbol|Sm Math_Symbol|Sc Currency_Symbol|Sk Modifier_Symbol|So Other_Symbol|\
            Z Separator|Zs Space_Separator|Zl Line_Separator|Zp Paragraph_Separator|C Other|Cc Control cntrl|Cf Format|\
            Cs Surrogate|Co Private_Use|Cn Unassigned""");

    private static final Map<String, String> BINARY = table("""
            IsAlphabetic Alphabetic Alpha|IsUppercase Uppercase Upper|IsLowercase Lowercase Lower|\
            IsWhite_Space White_Space space|IsIdeographic Ideographic Ideo|IsHex_Digit Hex_Digit Hex|\
            IsJoin_Control Join_Control Join_C|IsNoncharacter_Code_Point Noncharacter_Code_Point NChar|\
            IsAssigned Assigned|ASCII ASCII|XDigit ASCII_Hex_Digit AHex""");

    private UnicodeProperties() {}

    /** Parses a table. Each row starts with the Java name, which in the second table is not a name of ECMA 262. */
    private static Map<String, String> table(String text) {
        return Stream.of(text.split("\\|", -1))
                .map(row -> row.split(" ", -1))
                .flatMap(names -> Stream.of(names).map(name -> Map.entry(name, names[0])))
                .distinct()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Translates the property between the braces of {@code \p{...}}.
     *
     * @return the Java name, empty if the property does not exist or Java does not support it
     */
    static Optional<String> javaName(String property) {
        int equals = property.indexOf('=');
        if (equals < 0) {
            return property.startsWith("Is") || property.equals("XDigit")
                    ? Optional.empty()
                    : Optional.ofNullable(CATEGORIES.getOrDefault(property, BINARY.get(property)));
        }
        String value = property.substring(equals + 1);
        return switch (property.substring(0, equals)) {
            case "General_Category", "gc" -> Optional.ofNullable(CATEGORIES.get(value));
            case "Script", "sc" -> scriptName(value);
            default -> Optional.empty();
        };
    }

    private static Optional<String> scriptName(String name) {
        try {
            return Optional.of("script=" + Character.UnicodeScript.forName(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
