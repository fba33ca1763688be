package org.cortexscim.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** That a history notices what is lost, or the test that relies on it could not fail. */
class HistoryTest {
    private final History history = new History(1, Set.of("a=1"));

    @Test
    void followsTheVersions() {
        history.add(3, change("set 3", "3", "a=3"));
        history.add(2, change("set 2", "2", "a=2"));
        history.add(3, change("set 3 again", "3", "a=3"));
        history.add(1, change("set 1", "1", "a=1"));

        assertThat(history.end()).containsExactly("a=3");
    }

    @Test
    void noticesALostChange() {
        history.add(2, change("set 2", "2", "a=2"));
        history.add(2, new History.Change("add b", History.adding("b"), Optional.empty()));

        assertThatExceptionOfType(AssertionError.class).isThrownBy(history::end);
    }

    @Test
    void noticesAnAnswerOfAnotherVersion() {
        history.add(2, change("set 2", "2", "a=3"));

        assertThatExceptionOfType(AssertionError.class).isThrownBy(history::end);
    }

    @Test
    void noticesAVersionThatNobodyMade() {
        history.add(3, change("set 2", "2", "a=2"));

        assertThatExceptionOfType(AssertionError.class).isThrownBy(history::end).withMessageContaining("version 2");
    }

    @Test
    void noticesAVersionWithoutAChange() {
        history.add(2, new History.Change("remove b", History.removing("b"), Optional.empty()));

        assertThatExceptionOfType(AssertionError.class).isThrownBy(history::end);
    }

    private static History.Change change(String description, String value, String seen) {
        return new History.Change(description, History.setting("a", value), Optional.of(Set.of(seen)));
    }
}
