package org.cortexscim.web.scim.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collections;
import org.cortexscim.json.JsonText;
import org.cortexscim.scim.ScimException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BulkRequestTest {
    private static final String DELETE = "{\"method\":\"DELETE\",\"path\":\"/Users/1\"}";

    private static BulkRequest request(String operations, String more) {
        return BulkRequest.parse(JsonText.parseObject("{\"Operations\":[%s]%s}".formatted(operations, more)));
    }

    @ParameterizedTest
    @CsvSource({"'', 2147483647", "1, 1", "2.0, 2", "99999999999, 2147483647"})
    void stopsAfterSoManyErrors(String failOnErrors, int errors) {
        String more = failOnErrors.isEmpty() ? "" : ",\"failOnErrors\":" + failOnErrors;

        assertThat(request(DELETE, more).failOnErrors()).isEqualTo(errors);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-1 | 'failOnErrors' must be a whole number of at least 1.",
                "1.5 | 'failOnErrors' must be a whole number of at least 1.",
                "\"1\" | 'failOnErrors' must be a whole number of at least 1.",
            },
            quoteCharacter = '`')
    void refusesOtherNumbersOfErrors(String failOnErrors, String message) {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> request(DELETE, ",\"failOnErrors\":" + failOnErrors))
                .withMessage(message);
    }

    @Test
    void takesAThousandOperations_andNotOneMore() {
        String most = String.join(",", Collections.nCopies(1000, DELETE));

        assertThat(request(most, "").operations()).hasSize(1000);
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> request(most + "," + DELETE, ""))
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(413));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1 | must be a JSON object",
                "{\"method\":\"POST\",\"path\":\"/Users\"} | needs a 'bulkId'",
                "{\"method\":\"POST\",\"bulkId\":\"a\"} | needs a 'path'",
                "{\"method\":\"HEAD\",\"path\":\"/Users\"} | must be POST, PUT, PATCH or DELETE",
                "{\"path\":\"/Users/1\"} | must be POST, PUT, PATCH or DELETE",
                "{\"method\":\"POST\",\"path\":\"/Users\",\"bulkId\":\"a\"},"
                        + "{\"method\":\"post\",\"path\":\"/Groups\",\"bulkId\":\"a\"} | same bulkId",
            })
    void refusesOperationsThatLackAPart(String operations, String message) {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> request(operations, ""))
                .withMessageContaining(message)
                .satisfies(refusal -> assertThat(refusal.scimType()).contains("invalidSyntax"));
    }

    @Test
    void refusesARequestWithoutOperations() {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> BulkRequest.parse(JsonText.parseObject("{\"Operations\":{}}")))
                .withMessage("A bulk request needs an 'Operations' array.");
    }
}
