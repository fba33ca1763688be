package org.cortexscim.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScimMediaTypeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none | application/scim+json",
                "'' | application/scim+json",
                "*/* | application/scim+json",
                "application/scim+json | application/scim+json",
                "application/scim+json, application/json | application/scim+json",
                "application/json, */* | application/scim+json",
                "application/json | application/json",
                "Application/JSON;q=0.9 | application/json",
                "application/json, text/plain | application/json",
                "text/html | application/scim+json",
            })
    void isScimsOwn_unlessOnlyJsonIsWanted(String accept, String expected) {
        assertThat(ScimMediaType.accepted(accept)).isEqualTo(expected);
    }
}
