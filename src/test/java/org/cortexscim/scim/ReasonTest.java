package org.cortexscim.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTest {

    /** docs/refusals.md is this table. */
    @Test
    void documentsEveryReason() throws IOException {
        assertThat(Files.readAllLines(Path.of("docs/refusals.md")).stream()
                        .filter(line -> line.matches("\\| `[A-Z_]+` .*"))
                        .toList())
                .isEqualTo(Arrays.stream(Reason.values())
                        .map(reason -> "| `%s` | %d | %s |".formatted(reason, reason.status(), reason.action()))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void tellsWhatToDo_inASentence(Reason reason) {
        assertThat(reason.action()).matches("[A-Z].*\\.");
        assertThat(reason.name().length()).isLessThanOrEqualTo(40);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 409, 412, 413, 415, 429, 500})
    void everyStatusHasAGeneralReason(int status) {
        assertThat(Reason.of(status).status()).isEqualTo(status);
        assertThat(ScimException.status(status, "x").reason()).isEqualTo(Reason.of(status));
    }

    @Test
    void aRefusalTakesOnlyAReasonOfItsStatus() {
        ScimException refusal = ScimException.forbidden("Not now.").because(Reason.SEATS_TAKEN);

        assertThat(refusal.reason()).isEqualTo(Reason.SEATS_TAKEN);
        assertThat(refusal.detail()).isEqualTo("Not now.");
        assertThatThrownBy(() -> ScimException.notFound("x").because(Reason.SEATS_TAKEN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
