package io.github.qlikconnections.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameTokenizerTest {

    @ParameterizedTest
    @CsvSource({
        "password, password",
        "sasUrl, sas url",
        "sas_url, sas url",
        "SAS-URL, sas url",
        "sasURLValue, sas url value",
        "AWSKey, aws key",
        "P12CustomPwd, p custom pwd",
        "ui:widget, ui widget",
        "xÄnderung, x änderung",
        "__a__, a",
        "A, a",
        "12, ''",
        "'', ''"
    })
    void nameIsSplitAtSeparatorsDigitsAndUppercaseLetters(String name, String words) {
        assertThat(String.join(" ", NameTokenizer.split(name))).isEqualTo(words);
    }
}
