package org.cortexscim.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cortexscim.testing.Documents.document;
import static org.cortexscim.testing.Documents.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The error of RFC 7644 §3.12 and the list of §3.4.2, as they go on the wire. */
class ScimMessagesTest {

    static Stream<Arguments> errors() {
        return Stream.of(
                Arguments.of(ScimException.invalidFilter("d"), 400, "invalidFilter"),
                Arguments.of(ScimException.invalidSyntax("d"), 400, "invalidSyntax"),
                Arguments.of(ScimException.invalidPath("d"), 400, "invalidPath"),
                Arguments.of(ScimException.noTarget("d"), 400, "noTarget"),
                Arguments.of(ScimException.invalidValue("d"), 400, "invalidValue"),
                Arguments.of(ScimException.tooMany("d"), 400, "tooMany"),
                Arguments.of(ScimException.mutability("d"), 400, "mutability"),
                Arguments.of(ScimException.uniqueness("d"), 409, "uniqueness"),
                Arguments.of(ScimException.conflict("d"), 409, null),
                Arguments.of(ScimException.preconditionFailed("d"), 412, null),
                Arguments.of(ScimException.forbidden("d"), 403, null),
                Arguments.of(ScimException.notFound("d"), 404, null),
                Arguments.of(ScimException.status(429, "d"), 429, null));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void carriesStatusAndType(ScimException error, int status, String scimType) {
        assertThat(error.status()).isEqualTo(status);
        assertThat(error.scimType().orElse(null)).isEqualTo(scimType);
        assertThat(error.detail()).isEqualTo("d");
        assertThat(error.document().text("status")).contains(Integer.toString(status));
        assertThat(error.document().has("scimType")).isEqualTo(scimType != null);
    }

    @Test
    void writesErrorWithStatusAsText() {
        assertThat(text(ScimException.uniqueness("userName anna is taken.").document()))
                .isEqualTo("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:Error\"],\"status\":\"409\","
                        + "\"scimType\":\"uniqueness\",\"detail\":\"userName anna is taken.\"}");
    }

    @Test
    void countsOnlyThisPage_asItemsPerPage() {
        ListResponse<ScimObject> page = new ListResponse<>(
                7, Optional.of(5), List.of(ScimObject.of("id", "u5")), Optional.empty(), Optional.empty());

        assertThat(page.document(resource -> resource)).isEqualTo(document("""
                {"schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
                 "totalResults": 7, "startIndex": 5, "itemsPerPage": 1, "Resources": [{"id": "u5"}]}
                """));
    }

    @Test
    void writesResources_whenPageIsEmpty() {
        assertThat(ListResponse.all(List.<ScimObject>of()).document(resource -> resource))
                .isEqualTo(document("""
                {"schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
                 "totalResults": 0, "startIndex": 1, "itemsPerPage": 0, "Resources": []}
                """));
    }
}
