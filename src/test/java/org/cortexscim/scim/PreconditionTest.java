package org.cortexscim.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreconditionTest {
    private final EntityTag tag = new EntityTag(3);

    @ParameterizedTest
    @ValueSource(strings = {"W/\"3\"", "\"3\"", "*", "W/\"1\", W/\"3\"", " \"1\",\"3\" "})
    void ifMatch_allowsTheVersionsThatItNames_andIfNoneMatchRefusesThem(String tags) {
        assertThatCode(() -> Precondition.of(tags, null).require(tag)).doesNotThrowAnyException();
        thenRefused(Precondition.of(null, tags));
        thenRefused(Precondition.of(tags, tags));
        assertThat(Precondition.of(null, tags).isHeld(tag)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "W/\"4\"", "W/\"33\"", "\"3", "W/W/\"3\""})
    void ifMatch_refusesOtherVersions_andIfNoneMatchAllowsThem(String tags) {
        thenRefused(Precondition.of(tags, null));
        assertThatCode(() -> Precondition.of(null, tags).require(tag)).doesNotThrowAnyException();
        assertThat(Precondition.of(null, tags).isHeld(tag)).isFalse();
    }

    @Test
    void none_allowsEveryVersion() {
        assertThatCode(() -> Precondition.NONE.require(tag)).doesNotThrowAnyException();
        assertThat(Precondition.NONE.isHeld(tag)).isFalse();
    }

    @Test
    void theVersionOfABulkOperation_isTheOnlyOneAllowed() {
        assertThat(Precondition.version(Optional.empty())).isEqualTo(Precondition.NONE);
        assertThatCode(() -> Precondition.version(Optional.of("W/\"3\"")).require(tag))
                .doesNotThrowAnyException();
        thenRefused(Precondition.version(Optional.of("W/\"2\"")));
    }

    private void thenRefused(Precondition precondition) {
        assertThatThrownBy(() -> precondition.require(tag))
                .isInstanceOf(ScimException.class)
                .hasMessageContaining("W/\"3\"")
                .extracting("status")
                .isEqualTo(412);
    }
}
