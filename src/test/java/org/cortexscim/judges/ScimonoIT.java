package org.cortexscim.judges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cortexscim.judges.Verdict.Outcome;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Service;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * SAP's judge of SCIM servers, on a workspace that has widened all of its rules. Every test of the judge passes, or
 * stands in {@code judges/scimono-exclusions.txt} with the reason why it cannot.
 */
class ScimonoIT {
    private static final Workspace WORKSPACE = Workspace.ofServiceUnderTest();
    private static final ScimClient HTTP = ScimClient.ofServiceUnderTest();
    private static final Exclusions EXCLUSIONS = Exclusions.ofScimono();

    /** So many of the judge's 470 tests pass at least, one with parameters counted for each of them. */
    private static final int ENOUGH = 200;

    /** By test. What the judge passes over on an empty server, it tries on one with users, and the other way round. */
    private static final Map<String, Verdict> VERDICTS = new LinkedHashMap<>();

    @BeforeAll
    static void judgeWithoutOwnRules() throws IOException, InterruptedException {
        WORKSPACE.reset();
        WORKSPACE.settings("""
                {"userNameFormat":"any","emailChange":true,"attributeUpdates":"all","reactivationByPatch":true}""");
        givenNobody();
        Scimono.judge(Service.underTest()).forEach(ScimonoIT::record);
        givenGroupsWithUsers();
        Scimono.judgePopulated(Service.underTest()).forEach(ScimonoIT::record);
    }

    @AfterAll
    static void giveTheRulesBack() {
        WORKSPACE.reset();
    }

    @TestFactory
    Stream<DynamicTest> passes() {
        return VERDICTS.values().stream()
                .map(verdict -> DynamicTest.dynamicTest(verdict.test(), () -> confirm(verdict)));
    }

    /** A judge that runs nothing has nothing to object. */
    @Test
    void judgeHasRunItsTests() {
        assertThat(VERDICTS.values())
                .filteredOn(verdict -> verdict.outcome() == Outcome.PASSED)
                .hasSizeGreaterThanOrEqualTo(ENOUGH);
    }

    @Test
    void excludesOnlyTestsThatTheJudgeHas() throws IOException {
        assertThat(Scimono.tests()).containsAll(EXCLUSIONS.tests());
    }

    private static void confirm(Verdict verdict) {
        Optional<String> reason = EXCLUSIONS.reason(verdict.name()).or(() -> EXCLUSIONS.reason(verdict.type()));
        if (reason.isPresent() && verdict.outcome() == Outcome.SKIPPED) {
            abort(reason.get());
        }
        if (verdict.outcome() != Outcome.PASSED) {
            Assertions.fail("%s %s: %s".formatted(verdict.test(), verdict.outcome(), verdict.message()));
        }
    }

    private static void record(Verdict verdict) {
        VERDICTS.merge(verdict.test(), verdict, (first, second) -> first.outcome() == Outcome.SKIPPED ? second : first);
    }

    /** The judge counts users and groups. */
    private static void givenNobody() {
        deleteAll("/Groups");
        deleteAll("/Users");
    }

    private static void givenGroupsWithUsers() {
        for (int i = 0; i < 5; i++) {
            Person person = Person.random();
            String id = HTTP.post("/Users", person.document("""
                            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"organization":"Cortex"}""")).hasStatus(201).text("id");
            HTTP.post("/Groups", """
                            {"displayName":"%s","members":[{"value":"%s"}]}""".formatted(person.familyName(), id)).hasStatus(201);
        }
    }

    private static void deleteAll(String endpoint) {
        List<JsonObject> page = page(endpoint);
        while (!page.isEmpty()) {
            String operations = page.stream()
                    .map(resource ->
                            "{\"method\":\"DELETE\",\"path\":\"%s/%s\"}".formatted(endpoint, resource.getString("id")))
                    .collect(Collectors.joining(","));
            Answer answer = HTTP.post("/Bulk", """
                    {"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":[%s]}""".formatted(operations));
            assertThat(answer.hasStatus(200).objects("Operations"))
                    .allMatch(operation -> operation.getString("status").equals("204"));
            page = page(endpoint);
        }
    }

    private static List<JsonObject> page(String endpoint) {
        Answer answer = HTTP.get(endpoint + "?attributes=id&count=500").hasStatus(200);
        return answer.number("totalResults") == 0 ? List.of() : answer.objects("Resources");
    }
}
