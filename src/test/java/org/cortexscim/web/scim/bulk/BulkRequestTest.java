package org.cortexscim.web.scim.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collections;
import org.cortexscim.json.JsonText;
import org.cortexscim.scim.Conformance;
import org.cortexscim.scim.ScimException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BulkRequestTest {
    private static final String DELETE = "{\"method\":\"DELETE\",\"path\":\"/Users/1\"}";

    private static BulkRequest request(String operations, String more) {
        return parsed("{\"Operations\":[%s]%s}".formatted(operations, more), Conformance.TOLERANT);
    }

    private static BulkRequest parsed(String body, Conformance conformance) {
        return BulkRequest.parse(JsonText.parseObject(body), conformance);
    }

    @ParameterizedTest
    @CsvSource({"'', 2147483647", "0, 2147483647", "1, 1", "2.0, 2", "99999999999, 2147483647"})
    void stopsAfterSoManyErrors(String failOnErrors, int errors) {
        String more = failOnErrors.isEmpty() ? "" : ",\"failOnErrors\":" + failOnErrors;

        assertThat(request(DELETE, more).failOnErrors()).isEqualTo(errors);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-1 | 'failOnErrors' must be a whole number of at least 0.",
                "1.5 | 'failOnErrors' must be a whole number of at least 0.",
                "\"1\" | 'failOnErrors' must be a whole number of at least 0.",
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
                .isThrownBy(() -> parsed("{\"Operations\":{}}", Conformance.TOLERANT))
                .withMessage("A bulk request needs an 'Operations' array.");
    }

    /** RFC 7644 §3.7.3, with erratum 5050. */
    @Test
    void readsTheBareOperationsOfAPatch() {
        BulkRequest request = request("""
                {"method":"PATCH","path":"/Users/1","data":[{"op":"replace","path":"title","value":"Boss"}]}""", "");

        assertThat(request.operations().get(0).requireData()).isEqualTo(JsonText.parseObject("""
                        {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
                         "Operations":[{"op":"replace","path":"title","value":"Boss"}]}"""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"Operations\":[{}]} | 'schemas' must be an array that contains",
                "{\"schemas\":[\"urn:x\"],\"Operations\":[]} | 'schemas' must be an array that contains",
                "{SCHEMAS,\"Operations\":[],\"extra\":1} | 'extra' is not a member of a BulkRequest message",
                "{SCHEMAS,\"Operations\":[{\"method\":\"DELETE\",\"path\":\"/Users/1\",\"extra\":1}]} | 'extra' is not a member"
            })
    void isHeldToItsSchema_whenTheServiceIsStrict(String body, String message) {
        String whole = body.replace("SCHEMAS", "\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"]");

        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> parsed(whole, Conformance.STRICT))
                .withMessageContaining(message)
                .satisfies(refusal -> assertThat(refusal.scimType()).contains("invalidSyntax"));
    }

    @Test
    void isTaken_whenItKeepsToItsSchema() {
        String body = """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"failOnErrors":1,"Operations":[
                  {"method":"DELETE","path":"/Users/1","bulkId":"a","version":"W/\\"1\\"","data":{}}]}""";

        assertThat(parsed(body, Conformance.STRICT).operations()).hasSize(1);
    }
}
