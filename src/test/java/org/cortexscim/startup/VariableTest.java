package org.cortexscim.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariableTest {
    @ParameterizedTest
    @ValueSource(strings = {"many", "1.5", "99999999999"})
    void wantsAWholeNumber(String value) {
        assertThat(new Variable("MAX", int.class).problem(value))
                .contains("MAX must be a whole number, not '%s'.".formatted(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"much", "1.5", "99999999999999999999"})
    void wantsALargeWholeNumber(String value) {
        assertThat(new Variable("BYTES", long.class).problem(value))
                .contains("BYTES must be a whole number, not '%s'.".formatted(value));
    }

    @Test
    void wantsADuration() {
        assertThat(new Variable("WAIT", Duration.class).problem("10s"))
                .contains("WAIT must be an ISO 8601 duration such as PT30S or PT2M, not '10s'.");
    }

    @Test
    void acceptsWhatTheFieldCanReceive() {
        assertThat(new Variable("MAX", int.class).problem("12")).isEmpty();
        assertThat(new Variable("BYTES", long.class).problem("99999999999")).isEmpty();
        assertThat(new Variable("WAIT", Duration.class).problem("PT10S")).isEmpty();
        assertThat(new Variable("TEXT", String.class).problem("anything")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "0", "-1", "65536"})
    void wantsAPort(String value) {
        assertThat(Variable.portProblem("HTTP_PORT", value))
                .contains("HTTP_PORT must be a port from 1 to 65535, not '%s'.".formatted(value));
    }
}
