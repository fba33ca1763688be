package org.cortexscim.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.ScimClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters over three users: Anna with everything, Bert who is inactive, Carl with awkward characters. */
@ExtendWith(FreshWorkspace.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiltersIT {
    private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private final ScimClient http = ScimClient.ofServiceUnderTest();
    /** In every userName and externalId of this class, so that other tests' users stay out. */
    private final String mark = UUID.randomUUID().toString().substring(0, 13);

    private final Map<String, String> ids = new HashMap<>();

    @BeforeAll
    void givenAnnaBertAndCarl() {
        given("anna", """
                "name":{"givenName":"Anna","familyName":"Smith","middleName":"Q"},"title":"Clerk","displayName":"Anna S",
                "profileUrl":"https://example.com/Anna","locale":"en-US","userType":"Employee",
                "emails":[{"value":"Anna.%1$s@Example.com","type":"work","primary":true},
                          {"value":"anna@home.example.com","type":"home"}],
                "phoneNumbers":[{"value":"+1 555","type":"mobile"}],
                "addresses":[{"country":"DE","type":"work","locality":"Berlin"}],
                "roles":[{"value":"Admin","primary":true}],
                "x509Certificates":[{"value":"QUJD"}],
                "%2$s":{"department":"Sales","employeeNumber":"701","manager":{"value":"m-1"}}""".formatted(mark, ENTERPRISE));
        given("bert", """
                "name":{"givenName":"Bert","familyName":"Jones"},"title":"Boss","active":false,
                "%s":{"department":"Research"}""".formatted(ENTERPRISE));
        given("carl", """
                "name":{"givenName":"Carl","familyName":"O'Neil"},"nickName":"100%_a\\"b\\\\c","userType":"\u00c9l\u00e8ve\"""");
    }

    private void given(String name, String members) {
        String body = "{\"schemas\":[\"%s\"],\"userName\":\"%s.%s@Example.com\",\"externalId\":\"%s-%s\",%s}"
                .formatted(CORE, name, mark, mark, name, members);
        ids.put(name, http.post("/Users", body).hasStatus(201).text("id"));
    }

    @ParameterizedTest
    @MethodSource
    void selects(String filter, String names) {
        String own = "(%s) and externalId sw \"%s\"".formatted(filled(filter), mark);

        assertThat(namesOf(http.search(own)))
                .containsExactlyInAnyOrder(names.isEmpty() ? new String[0] : names.split(" "));
    }

    static Stream<Arguments> selects() {
        return Stream.of(
                // core, with and without URN, names and operators in any case
                arguments("userName eq \"anna.@mark@example.com\"", "anna"),
                arguments("userName eq \"ANNA.@mark@EXAMPLE.COM\"", "anna"),
                arguments("USERNAME Eq \"anna.@mark@example.com\"", "anna"),
                arguments(CORE + ":userName eq \"anna.@mark@example.com\"", "anna"),
                arguments("urn:IETF:params:scim:schemas:core:2.0:user:USERNAME eq \"anna.@mark@example.com\"", "anna"),
                arguments("userName eq anna.@mark@example.com", "anna"),
                arguments("userName eq \"nobody@example.com\"", ""),
                arguments("externalId eq \"@mark-anna\"", "anna"),
                arguments("externalId eq \"@mark-ANNA\"", ""),
                arguments("id eq \"@anna\"", "anna"),
                arguments("id eq \"@anna\" and userName eq \"bert.@mark@example.com\"", ""),
                arguments("displayName eq \"anna s\"", "anna"),
                arguments("title eq \"CLERK\"", "anna"),
                arguments("profileUrl eq \"https://example.com/Anna\"", "anna"),
                arguments("profileUrl eq \"https://example.com/anna\"", ""),
                arguments("userType eq \"\u00e9L\u00c8VE\"", "carl"),
                arguments("userType eq \"e\u0301l\u00e8ve\"", "carl"),
                arguments("userType eq \"\\u00e9l\\u00e8ve\"", "carl"),
                arguments("nickName eq \"100%_a\\\"b\\\\c\"", "carl"),
                // booleans
                arguments("active eq true", "anna carl"),
                arguments("active eq false", "bert"),
                arguments("active eq \"False\"", "bert"),
                arguments("active ne true", "bert"),
                // complex
                arguments("name.givenName eq \"anna\"", "anna"),
                arguments("name.familyName eq \"o'neil\"", "carl"),
                arguments("NAME.MiddleName eq \"q\"", "anna"),
                // multi-valued
                arguments("emails eq \"anna@home.example.com\"", "anna"),
                arguments("emails.value eq \"ANNA@home.example.com\"", "anna"),
                arguments("emails.type eq \"home\"", "anna"),
                arguments("emails.primary eq \"True\" and userName sw \"anna\"", "anna"),
                arguments("emails[type eq \"home\"].value eq \"anna@home.example.com\"", "anna"),
                arguments("emails[type eq \"home\" and value eq \"anna@home.example.com\"]", "anna"),
                arguments("emails[type eq \"work\" and value eq \"anna@home.example.com\"]", ""),
                arguments("emails[type eq \"work\"].value eq \"anna@home.example.com\"", ""),
                arguments("emails.type eq \"work\" and emails.value eq \"anna@home.example.com\"", "anna"),
                arguments("emails[type eq \"home\" or type eq \"other\"]", "anna"),
                arguments("emails[not (type eq \"work\")]", "anna"),
                arguments("phoneNumbers.value eq \"+1 555\"", "anna"),
                arguments("addresses.country eq \"de\"", "anna"),
                arguments("addresses[type eq \"work\" and locality sw \"ber\"]", "anna"),
                arguments("roles.value eq \"admin\"", "anna"),
                arguments("roles[primary eq true].value eq \"Admin\"", "anna"),
                arguments("x509Certificates.value eq \"QUJD\"", "anna"),
                arguments("x509Certificates.value eq \"qujd\"", ""),
                // enterprise
                arguments(ENTERPRISE + ":department eq \"sales\"", "anna"),
                arguments(ENTERPRISE + ":department pr", "anna bert"),
                arguments(ENTERPRISE + ":manager.value eq \"m-1\"", "anna"),
                arguments(ENTERPRISE + ":employeeNumber eq \"701\"", "anna"),
                arguments(ENTERPRISE + ":employeeNumber eq 701", "anna"),
                // meta and schemas
                arguments("meta.resourceType eq \"User\"", "anna bert carl"),
                arguments("meta.created gt \"2020-01-01T00:00:00Z\"", "anna bert carl"),
                arguments("meta.lastModified lt \"2020-01-01T00:00:00+02:00\"", ""),
                arguments("meta.version eq \"W/\\\"1\\\"\"", "anna bert carl"),
                arguments("schemas eq \"" + CORE + "\"", "anna bert carl"),
                arguments("schemas eq \"" + ENTERPRISE + "\"", "anna bert"),
                // the other comparisons
                arguments("name.givenName co \"AR\"", "carl"),
                arguments("name.givenName sw \"be\"", "bert"),
                arguments("name.givenName ew \"RT\"", "bert"),
                arguments("name.givenName gt \"anna\"", "bert carl"),
                arguments("name.givenName ge \"bert\"", "bert carl"),
                arguments("name.givenName lt \"bert\"", "anna"),
                arguments("name.givenName le \"bert\"", "anna bert"),
                arguments("name.givenName ne \"bert\"", "anna carl"),
                arguments("title ne \"boss\"", "anna carl"),
                arguments("title pr", "anna bert"),
                arguments("not (title pr)", "carl"),
                arguments("title eq null", "carl"),
                arguments("title ne null", "anna bert"),
                arguments("nickName co \"%\"", "carl"),
                arguments("nickName co \"0_a\"", ""),
                arguments("nickName sw \"1%\"", ""),
                arguments("nickName ew \"\\\\c\"", "carl"),
                arguments("addresses pr", "anna"),
                arguments("emails pr", "anna bert carl"),
                // and, or, not, brackets
                arguments("title eq \"clerk\" or title eq \"boss\"", "anna bert"),
                arguments("title eq \"boss\" or title eq \"clerk\" and active eq false", "bert"),
                arguments("(title eq \"boss\" or title eq \"clerk\") and active eq true", "anna"),
                arguments("not (active eq true) or name.givenName eq \"carl\"", "bert carl"),
                arguments("NOT (title eq \"boss\") AND active eq true", "anna carl"),
                arguments("((((title eq \"boss\"))))", "bert"),
                arguments(
                        "id eq \"@anna\" and active eq true and emails.type eq \"home\" and name.givenName sw \"a\"",
                        "anna"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "noSuch eq \"x\"",
                "name.noSuch eq \"x\"",
                "userName.value eq \"x\"",
                "urn:no:such:User:userName eq \"x\"",
                ENTERPRISE + ":noSuch eq \"x\"",
                "userName xx \"x\"",
                "userName = \"x\"",
                "userName eq",
                "userName",
                "eq \"x\"",
                "\"x\" eq userName",
                "userName eq \"x",
                "userName eq \"\\x\"",
                "(userName eq \"x\"",
                "userName eq \"x\")",
                "userName eq \"x\" foo",
                "userName eq \"x\" and",
                "userName eq \"x\" or or userName eq \"y\"",
                "not userName eq \"x\"",
                "not ()",
                "()",
                "emails[",
                "emails[]",
                "emails[type eq \"work\"",
                "emails[noSuch eq \"x\"]",
                "emails[emails[type eq \"work\"]]",
                "userName[value eq \"x\"]",
                "name eq \"x\"",
                "addresses eq \"x\"",
                "active gt true",
                "active eq \"maybe\"",
                "active co \"tr\"",
                "meta.created eq \"yesterday\"",
                "meta.created co \"2020\"",
                "userName gt null",
                "userName eq \"x\"; drop table scim_user"
            })
    void refuses(String filter) {
        http.search(filter).isScimError(400, "invalidFilter");
    }

    @Test
    void refusesWhatIsTooMuch() {
        http.search("userName eq \"%s\"".formatted("x".repeat(6000))).isScimError(400, "invalidFilter");
        http.search("(".repeat(500) + "title pr" + ")".repeat(500)).isScimError(400, "invalidFilter");
        http.search("title pr" + " or title pr".repeat(200)).isScimError(400, "invalidFilter");
    }

    @Test
    void countsAndPagesWhatItSelects() {
        String own = ScimClient.encoded("externalId sw \"%s\"".formatted(mark));

        Answer first =
                http.get("/Users?count=2&filter=" + own).has("totalResults", 3).has("itemsPerPage", 2);
        Answer second = http.get("/Users?startIndex=3&count=2&filter=" + own)
                .has("totalResults", 3)
                .has("itemsPerPage", 1);
        http.get("/Users?count=0&filter=" + own).has("totalResults", 3).has("Resources", "[]");

        assertThat(Stream.concat(namesOf(first).stream(), namesOf(second).stream()))
                .containsExactlyInAnyOrder("anna", "bert", "carl");
    }

    @Test
    void findsTheMomentOfAChange() {
        String moment = http.user(ids.get("anna")).text("meta/created");

        for (String filter :
                new String[] {"meta.created eq \"%s\"", "meta.created ge \"%s\" and meta.created le \"%1$s\""}) {
            http.search("id eq \"%s\" and ".formatted(ids.get("anna")) + filter.formatted(moment))
                    .has("totalResults", 1);
        }
    }

    private String filled(String filter) {
        return filter.replace("@mark", mark).replace("@anna", ids.get("anna"));
    }

    private List<String> namesOf(Answer answer) {
        return answer.hasStatus(200).objects("Resources").stream()
                .map(user -> user.getString("externalId").substring(mark.length() + 1))
                .toList();
    }
}
