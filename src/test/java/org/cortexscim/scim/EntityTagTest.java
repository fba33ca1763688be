package org.cortexscim.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {
    private final EntityTag tag = new EntityTag(3);

    @Test
    void isWeak() {
        assertThat(tag).hasToString("W/\"3\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"3\"", "\"3\"", "*", "W/\"1\", W/\"3\"", " \"1\",\"3\" "})
    void isInHeader_thatNamesItOrAny(String header) {
        assertThat(tag.isIn(header)).isTrue();
        assertThatCode(() -> tag.requireMatch(header)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "W/\"4\"", "W/\"33\"", "\"3", "W/W/\"3\""})
    void isNotInHeader_thatNamesAnother(String header) {
        assertThat(tag.isIn(header)).isFalse();
        assertThatThrownBy(() -> tag.requireMatch(header))
                .isInstanceOf(ScimException.class)
                .hasMessageContaining("W/\"3\"")
                .extracting("status")
                .isEqualTo(412);
    }

    @Test
    void asksForNoVersion_whenHeaderIsAbsent() {
        assertThat(tag.isIn(null)).isFalse();
        assertThatCode(() -> tag.requireMatch(null)).doesNotThrowAnyException();
    }
}
