package org.cortexscim.web.scim.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** /Bulk (RFC 7644 §3.7). */
@ExtendWith(FreshWorkspace.class)
class BulkIT {
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private Answer bulk(String... operations) {
        return request("", operations).hasStatus(200).hasSchema("urn:ietf:params:scim:api:messages:2.0:BulkResponse");
    }

    private Answer request(String more, String... operations) {
        return http.post("/Bulk", """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],%s"Operations":[%s]}
                """.formatted(more, String.join(",", operations)));
    }

    private String user(String bulkId, String more) {
        return """
                {"method":"POST","path":"/Users","bulkId":"%1$s","data":{
                 "userName":"%1$s-%2$s@example.com","name":{"givenName":"%1$s"}%3$s}}""".formatted(bulkId, mark, more);
    }

    private String group(String bulkId, String member) {
        return """
                {"method":"POST","path":"/Groups","bulkId":"%1$s","data":{
                 "displayName":"%1$s %2$s","members":[{"value":"%3$s"}]}}""".formatted(bulkId, mark, member);
    }

    private String userName(String bulkId) {
        return bulkId + "-" + mark + "@example.com";
    }

    private static String idOf(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private void lacksUser(String bulkId) {
        http.find(userName(bulkId)).has("totalResults", 0);
    }

    @Test
    void doesEachMethod() {
        Person person = Person.random();
        String id = http.idOfNew(person);
        String gone = http.idOfNew(Person.random());

        Answer answer = bulk(
                user("a", ""),
                "{\"method\":\"PUT\",\"path\":\"/Users/%s\",\"data\":%s}"
                        .formatted(id, person.document().replace(person.givenName(), "Put")),
                """
                {"method":"patch","path":"/Users/%s","data":{"Operations":[
                 {"op":"replace","path":"name.familyName","value":"Patched"}]}}""".formatted(id),
                "{\"method\":\"DELETE\",\"path\":\"/Users/%s\"}".formatted(gone));

        answer.has("Operations/0/method", "POST")
                .has("Operations/0/bulkId", "a")
                .has("Operations/0/status", "201")
                .has("Operations/0/version", "W/\"1\"")
                .has("Operations/1/status", "200")
                .has("Operations/1/version", "W/\"2\"")
                .has("Operations/2/status", "200")
                .has("Operations/2/version", "W/\"3\"")
                .has("Operations/3/status", "204")
                .lacks("Operations/0/response");
        String created = idOf(answer.text("Operations/0/location"));
        http.user(created).hasStatus(200).has("userName", userName("a"));
        http.user(id).has("name/givenName", "Put").has("name/familyName", "Patched");
        http.user(gone).isScimError(404);
        workspace
                .lastChangeOf(userName("a"))
                .isUser("CREATE", "CREATED", userName("a"), created)
                .isBy(answer);
    }

    @Test
    void makesFirst_whatOthersReferTo() {
        Answer answer = bulk(group("g", "bulkId:u"), user("u", ""))
                .has("Operations/0/status", "201")
                .has("Operations/1/status", "201");

        http.get("/Groups/" + idOf(answer.text("Operations/0/location")))
                .has("members/0/value", idOf(answer.text("Operations/1/location")));
    }

    @Test
    void resolvesReferences_inPathsAndInPatches() {
        Answer answer = bulk(
                user("u", ""),
                user("v", ""),
                group("g", "bulkId:u"),
                """
                {"method":"PATCH","path":"/Groups/bulkId:g","data":{"Operations":[
                 {"op":"add","path":"members","value":[{"value":"bulkId:v"}]}]}}""",
                "{\"method\":\"DELETE\",\"path\":\"/Users/bulkId:u\"}");

        answer.has("Operations/3/status", "200").has("Operations/4/status", "204");
        http.get("/Groups/" + idOf(answer.text("Operations/2/location")))
                .has("members/0/value", idOf(answer.text("Operations/1/location")))
                .lacks("members/1");
    }

    /** Each is the other's manager, and a group has one of them. */
    @Test
    void resolvesReferences_inACircle() {
        String manager = ",\"" + ENTERPRISE + "\":{\"manager\":{\"value\":\"bulkId:%s\"}}";

        Answer answer =
                bulk(group("g", "bulkId:u"), user("u", manager.formatted("v")), user("v", manager.formatted("u")));

        String u = idOf(answer.has("Operations/1/status", "201").text("Operations/1/location"));
        String v = idOf(answer.has("Operations/2/status", "201").text("Operations/2/location"));
        http.user(u).has(ENTERPRISE + "/manager/value", v);
        http.user(v).has(ENTERPRISE + "/manager/value", u);
        http.get("/Groups/" + idOf(answer.has("Operations/0/status", "201").text("Operations/0/location")))
                .has("members/0/value", u);
    }

    @Test
    void makesNothingOfACircle_whenAPartOfItFails() {
        http.post("/Users", "{\"userName\":\"%s\"}".formatted(userName("v"))).hasStatus(201);
        String manager = ",\"" + ENTERPRISE + "\":{\"manager\":{\"value\":\"bulkId:%s\"}}";

        bulk(user("u", manager.formatted("v")), user("v", manager.formatted("u")), user("w", ""))
                .has("Operations/0/status", "409")
                .has("Operations/1/status", "409")
                .has("Operations/1/response/scimType", "uniqueness")
                .has("Operations/2/status", "201");

        lacksUser("u");
    }

    @Test
    void doesTheOthers_whenOneFails() {
        bulk(
                        user("a", ""),
                        user("a2", "").replace("a2-" + mark, "a-" + mark),
                        "{\"method\":\"DELETE\",\"path\":\"/Users/nobody\"}",
                        user("b", ""))
                .has("Operations/0/status", "201")
                .has("Operations/1/status", "409")
                .has("Operations/1/bulkId", "a2")
                .has("Operations/1/response/scimType", "uniqueness")
                .has("Operations/1/response/status", "409")
                .lacks("Operations/1/location")
                .has("Operations/2/status", "404")
                .has("Operations/3/status", "201");
    }

    @Test
    void stops_afterSoManyErrors() {
        Answer answer = request(
                        "\"failOnErrors\":2,",
                        "{\"method\":\"DELETE\",\"path\":\"/Users/nobody\"}",
                        user("a", ""),
                        "{\"method\":\"DELETE\",\"path\":\"/Users/nobody\"}",
                        user("b", ""))
                .hasStatus(200);

        assertThat(answer.objects("Operations")).hasSize(3);
        http.find(userName("a")).has("totalResults", 1);
        lacksUser("b");
    }

    /** Equal operations are two operations all the same. */
    @Test
    void doesTheSameTwice() {
        String id = http.idOfNew(Person.random());
        String delete = "{\"method\":\"DELETE\",\"path\":\"/Users/%s\"}".formatted(id);

        bulk(delete, delete).has("Operations/0/status", "204").has("Operations/1/status", "404");
    }

    @Test
    void refusesAReference_thatLeadsNowhere() {
        bulk(group("g", "bulkId:nobody"), user("u", "").replace(userName("u"), ""), group("h", "bulkId:u"))
                .has("Operations/0/status", "409")
                .has("Operations/1/status", "400")
                .has("Operations/2/status", "409");
    }

    @Test
    void changesOnlyTheVersionThatIsMeant() {
        String id = http.idOfNew(Person.random());
        String patch = """
                {"method":"PATCH","path":"/Users/%s","version":"%s","data":{"Operations":[
                 {"op":"replace","path":"name.givenName","value":"Now"}]}}""";

        bulk(patch.formatted(id, "W/\\\"7\\\""), patch.formatted(id, "W/\\\"1\\\""))
                .has("Operations/0/status", "412")
                .has("Operations/1/status", "200");
    }

    @Test
    void keepsTheWorkspacesRules() {
        String id = http.idOfNew(Person.random());
        workspace.settings("{\"automaticDeprovisioning\":false}");

        bulk("{\"method\":\"DELETE\",\"path\":\"/Users/%s\"}".formatted(id), user("a", ""))
                .has("Operations/0/status", "403")
                .has("Operations/1/status", "201");
        http.user(id).hasStatus(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"method\":\"POST\",\"path\":\"/Users\",\"data\":{}}",
                "{\"method\":\"GET\",\"path\":\"/Users\"}",
                "{\"path\":\"/Users\"}",
                "{\"method\":\"DELETE\"}",
                "5",
                "{\"method\":\"POST\",\"path\":\"/Users\",\"bulkId\":\"first\",\"data\":{}}"
            })
    void refusesTheWholeRequest_whenAnOperationIsNone(String operation) {
        request("", user("first", ""), operation).isScimError(400, "invalidSyntax");
        lacksUser("first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "\"2\"", "true"})
    void refusesAFailOnErrors_thatIsNoCount(String count) {
        request("\"failOnErrors\":" + count + ",", user("first", "")).isScimError(400, "invalidValue");
        lacksUser("first");
    }

    @Test
    void refusesPaths_thatABulkRequestCannotChange() {
        bulk(
                        "{\"method\":\"DELETE\",\"path\":\"/Schemas/x\"}",
                        "{\"method\":\"DELETE\",\"path\":\"/Users\"}",
                        user("a", "").replace("\"/Users\"", "\"/Users/x\""),
                        "{\"method\":\"PUT\",\"path\":\"/Users/x\"}")
                .has("Operations/0/status", "404")
                .has("Operations/1/status", "405")
                .has("Operations/2/status", "405")
                .has("Operations/3/status", "400");
    }

    @Test
    void takesAsManyOperationsAsItSays() {
        int most = http.get("/ServiceProviderConfig").number("bulk/maxOperations");
        String delete = "{\"method\":\"DELETE\",\"path\":\"/Users/nobody\"}";
        String[] operations = IntStream.range(0, most).mapToObj(i -> delete).toArray(String[]::new);

        assertThat(bulk(operations).objects("Operations")).hasSize(most);
        request("", delete, String.join(",", operations)).isScimError(413).saying(Integer.toString(most));
    }

    @Test
    void refusesMoreBytesThanItSays() {
        int most = http.get("/ServiceProviderConfig").number("bulk/maxPayloadSize");
        String filler =
                IntStream.range(0, most / 10).mapToObj(i -> "0123456789").collect(Collectors.joining());

        request("", user("big", ",\"title\":\"" + filler + "\"")).isScimError(413);
        lacksUser("big");
    }

    @Test
    void answersOnlyPosts() {
        http.get("/Bulk").isScimError(405);
        http.post("/Bulk", "{}").isScimError(400, "invalidSyntax");
    }
}
