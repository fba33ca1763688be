package org.cortexscim.judges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of the judge's tests that do not run. */
class ExclusionsTest {

    @Test
    void readsTheReasonAboveTheTests() {
        Exclusions exclusions = Exclusions.parse("""
                # About this file.

                # It is wrong,
                # and how.
                One#test
                Two

                # Another reason.
                One#other
                """);

        assertThat(exclusions.tests()).containsExactlyInAnyOrder("One#test", "Two", "One#other");
        assertThat(exclusions.reason("Two")).contains("It is wrong, and how.");
        assertThat(exclusions.reason("One#other")).contains("Another reason.");
        assertThat(exclusions.reason("One")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"One#test", "# A reason.\nTwo\n\nOne#test", "# A reason.\nOne#test\nOne#test"})
    void refusesATestWithoutAReasonOfItsOwn(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Exclusions.parse(text))
                .withMessageContaining("One#test");
    }
}
