package io.github.qlikconnections.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseSearchTest {

    private final PhraseSearch search =
            new PhraseSearch(List.of("# comment", "", "blot out = redact", "dear = expensive"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "They blot out a secret.",
                "Blot Out",
                "/**\n * They blot\n * out a secret.\n */",
                "// They blot\n    // out a secret.",
                "They blot  out."
            })
    void phraseIsFoundInAnyCaseAndAcrossLines(String text) {
        assertThat(search.in(text)).extracting(PhraseSearch.Hit::phrase).containsExactly("blot out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"dearest", "endear", "blot outside", "inkblot out", "| dear → expensive |", "- `dear` → `costly`"
            })
    void partsOfWordsAndRenameTablesAreSkipped(String text) {
        assertThat(search.in(text)).isEmpty();
    }

    @Test
    void lineAndReplacementAreNamed() {
        assertThat(search.in("one\ntwo is dear\n")).singleElement().hasToString("2: \"dear\", write expensive");
    }
}
