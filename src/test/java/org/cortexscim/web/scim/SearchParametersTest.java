package org.cortexscim.web.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import org.cortexscim.json.JsonText;
import org.cortexscim.scim.Conformance;
import org.cortexscim.scim.ScimException;
import org.cortexscim.search.SearchQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchParametersTest {

    private static SearchQuery url(String query) {
        return SearchParameters.of(new QueryString(query)).query("okta");
    }

    private static SearchQuery body(String json) {
        return SearchParameters.of(JsonText.parseObject(json), Conformance.TOLERANT)
                .query("okta");
    }

    @Test
    void meansTheSame_inAUrlAndInABody() {
        SearchQuery inUrl = url("filter=title+pr&sortBy=userName&sortOrder=Descending&startIndex=3&count=5");
        SearchQuery inBody = body("""
                {"filter":"title pr","sortBy":"userName","sortOrder":"descending","startIndex":3,"count":5}""");

        assertThat(inUrl.filter()).isEqualTo(inBody.filter()).contains("title pr");
        assertThat(inUrl.sort()).isEqualTo(inBody.sort()).contains(new SearchQuery.Sort("userName", true));
        assertThat(inUrl.start()).isEqualTo(inBody.start()).isEqualTo(new SearchQuery.Index(3));
        assertThat(inUrl.count()).isEqualTo(inBody.count()).isEqualTo(5);
        assertThat(inUrl.inUrl()).isTrue();
        assertThat(inBody.inUrl()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 100, 1",
        "count=0, 0, 1",
        "count=-5, 0, 1",
        "count=5000, 1000, 1",
        "startIndex=0, 100, 1",
        "startIndex=-3, 100, 1"
    })
    void keepsToTheBounds(String query, int count, int startIndex) {
        assertThat(url(query).count()).isEqualTo(count);
        assertThat(url(query).start()).isEqualTo(new SearchQuery.Index(startIndex));
    }

    @Test
    void walksByCursor() {
        assertThat(url("cursor").start()).isEqualTo(new SearchQuery.Cursor(""));
        assertThat(url("cursor=abc&count=1000").start()).isEqualTo(new SearchQuery.Cursor("abc"));
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> url("cursor&count=1001"))
                .satisfies(refusal -> assertThat(refusal.scimType()).contains("invalidCount"));
    }

    @Test
    void readsAttributesInABody_asListOrString() {
        assertThat(SearchParameters.of(
                                JsonText.parseObject("{\"attributes\":[\"userName\",\"name.givenName\"]}"),
                                Conformance.TOLERANT)
                        .attributes())
                .isEqualTo(Optional.of("userName,name.givenName"));
        assertThat(SearchParameters.of(
                                JsonText.parseObject("{\"excludedAttributes\":\"groups\"}"), Conformance.TOLERANT)
                        .excludedAttributes())
                .isEqualTo(Optional.of("groups"));
    }

    @Test
    void readsNumbersInQuotes_unlessTheServiceIsStrict() {
        String numbers = "\"count\":\"5\",\"startIndex\":\"-3\"";

        assertThat(body("{" + numbers + "}").count()).isEqualTo(5);
        assertThat(body("{" + numbers + "}").start()).isEqualTo(new SearchQuery.Index(1));
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> SearchParameters.of(
                        JsonText.parseObject(
                                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"],%s}"
                                        .formatted(numbers)),
                        Conformance.STRICT))
                .withMessageContaining("must be a whole number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"filter\":1}",
                "{\"sortBy\":[]}",
                "{\"sortBy\":\"userName\",\"sortOrder\":\"up\"}",
                "{\"count\":\"five\"}",
                "{\"count\":1.5}",
                "{\"startIndex\":true}",
                "{\"cursor\":1}",
                "{\"attributes\":[1]}",
                "{\"attributes\":{}}",
            })
    void refusesOtherTypes(String json) {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> body(json))
                .satisfies(refusal -> assertThat(refusal.scimType()).contains("invalidValue"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"filter\":\"title pr\"}",
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"]}",
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"],\"filters\":\"title pr\"}"
            })
    void isHeldToItsSchema_whenTheServiceIsStrict(String json) {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> SearchParameters.of(JsonText.parseObject(json), Conformance.STRICT))
                .satisfies(refusal -> assertThat(refusal.scimType()).contains("invalidSyntax"));
    }

    @Test
    void isTaken_whenItKeepsToItsSchema() {
        String json = """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],"filter":"title pr","sortBy":"title",
                 "sortOrder":"ascending","startIndex":1,"count":5,"attributes":["title"]}""";

        assertThat(SearchParameters.of(JsonText.parseObject(json), Conformance.STRICT)
                        .count())
                .isEqualTo(5);
    }
}
