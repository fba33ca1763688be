package org.cortexscim.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
    @ParameterizedTest
    @ValueSource(strings = {"anna@example.com", "00u1ada", "Anna Byron", "b\u00fccher", "\uD83D\uDE00"})
    void takesAName(String name) {
        assertThat(Tokens.isUsable(name)).isTrue();
    }

    /** The last is half a character, which no database stores. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "anna\u0000@example.com", "anna\n", "\uD83D"})
    void refusesAName(String name) {
        assertThat(Tokens.isUsable(name)).isFalse();
    }

    @Test
    void bounds_theLengthOfAName() {
        assertThat(Tokens.isUsable("a".repeat(Tokens.MAX_NAME))).isTrue();
        assertThat(Tokens.isUsable("a".repeat(Tokens.MAX_NAME + 1))).isFalse();
    }
}
