package io.github.qlikconnections.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineWrapperTest {

    @Test
    void lineIsFilledUpToTheWidth() {
        assertThat(LineWrapper.wrap("ab cd ef", 5)).containsExactly("ab cd", "ef");
        assertThat(LineWrapper.wrap("ab cd ef", 4)).containsExactly("ab", "cd", "ef");
        assertThat(LineWrapper.wrap("ab cd ef", 8)).containsExactly("ab cd ef");
    }

    @Test
    void longWordIsOnALineOfItsOwn() {
        assertThat(LineWrapper.wrap("a bcdefgh i", 3)).containsExactly("a", "bcdefgh", "i");
        assertThat(LineWrapper.wrap("", 3)).containsExactly("");
    }
}
