package org.cortexscim.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cortexscim.testing.Documents.text;

import java.util.Map;
import org.cortexscim.capacity.OverloadException;
import org.cortexscim.scim.Reason;
import org.cortexscim.scim.ScimException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {
    private static final String ID = "request-1";

    @Test
    void isTheSame_throughEitherDoor() {
        Refusal refusal = Refusal.of(ScimException.uniqueness("The userName is taken."), ID);

        assertThat(text(refusal.scim(ID))).isEqualTo("""
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"409","scimType":"uniqueness",\
                "detail":"The userName is taken. [request request-1]"}""");
        assertThat(text(refusal.cortex(ID))).isEqualTo("""
                {"message":"The userName is taken.","type":"CONFLICT","httpStatus":409,"requestId":"request-1"}""");
        assertThat(refusal.error().reason()).isEqualTo(Reason.NAME_TAKEN);
    }

    @Test
    void isFound_inWhatTheServerWrapsAroundIt() {
        Throwable wrapped = new IllegalStateException(new RuntimeException(ScimException.invalidSyntax("Not JSON.")));

        assertThat(Refusal.of(wrapped, ID).error().detail()).isEqualTo("Not JSON.");
    }

    @Test
    void tellsNothingOfAFailure() {
        Refusal refusal = Refusal.of(new IllegalStateException("jdbc:secret"), ID);

        assertThat(refusal.status()).isEqualTo(500);
        assertThat(text(refusal.scim(ID)) + text(refusal.cortex(ID))).doesNotContain("secret", "IllegalState");
        assertThat(refusal.error().reason()).isEqualTo(Reason.UNEXPECTED);
    }

    @Test
    void tellsWhenToComeBack() {
        Refusal refusal = Refusal.of(new OverloadException(new IllegalStateException()), ID);

        assertThat(refusal.status()).isEqualTo(429);
        assertThat(refusal.headers()).isEqualTo(Map.of("Retry-After", "5"));
        assertThat(refusal.cortexMediaType()).isEqualTo("application/problem+json");
        assertThat(refusal.cortex(ID).text("instance")).contains("urn:request:" + ID);
    }

    @ParameterizedTest
    @CsvSource({
        "400, BAD_REQUEST, INVALID_REQUEST",
        "401, FORBIDDEN, CREDENTIAL_MISSING",
        "403, FORBIDDEN, FORBIDDEN",
        "404, NOT_FOUND, UNKNOWN_PATH",
        "406, ILLEGAL_ARGUMENT_ERROR, NOT_ACCEPTABLE",
        "405, ILLEGAL_ARGUMENT_ERROR, METHOD_NOT_ALLOWED",
        "413, ILLEGAL_ARGUMENT_ERROR, TOO_LARGE",
        "415, ILLEGAL_ARGUMENT_ERROR, MEDIA_TYPE",
        "418, ILLEGAL_ARGUMENT_ERROR, INVALID_REQUEST",
        "500, UNHANDLED_EXCEPTION, UNEXPECTED",
        "503, UNHANDLED_EXCEPTION, UNEXPECTED"
    })
    void speaksForEveryStatusOfTheContainer(int status, String cortexType, Reason reason) {
        Refusal refusal = Refusal.ofStatus(status);

        assertThat(refusal.status()).isEqualTo(status);
        assertThat(refusal.cortex(ID).text("type")).contains(cortexType);
        assertThat(refusal.scim(ID).text("status")).contains(Integer.toString(status));
        assertThat(refusal.error().reason()).isEqualTo(reason);
    }
}
