package org.cortexscim.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cortexscim.json.JsonText;
import org.cortexscim.scim.Conformance;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.dialect.Dialect;
import org.cortexscim.scim.patch.PatchEngine;
import org.cortexscim.scim.patch.PatchOperation;
import org.cortexscim.scim.schema.Canonicalizer;
import org.cortexscim.scim.schema.CoreSchemas;
import org.cortexscim.testing.Documents;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random operations on random users do what {@link ReferencePatch} says. More of them:
 * {@code -Dcortexscim.patches=100000}.
 */
class RandomPatchTest {
    private static final int PATCHES = Integer.getInteger("cortexscim.patches", 2000);

    private static final Dialect DIALECT =
            Dialect.of(CoreSchemas.USER_TYPE, JsonText::findObject, Conformance.TOLERANT);

    private final PatchEngine engine = new PatchEngine(CoreSchemas.USER_TYPE, Conformance.TOLERANT);
    private final Canonicalizer canonicalizer = new Canonicalizer(CoreSchemas.USER_TYPE, Conformance.TOLERANT);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void patchesAsTheReferenceDoes(long seed) {
        Chance chance = new Chance(seed);
        Map<String, Integer> outcomes = new TreeMap<>();
        for (int i = 0; i < PATCHES; i++) {
            JsonObject user = new RandomUsers(chance).next("anna@example.com");
            List<PatchStep> steps = new RandomPatches(chance).next();
            String told = "seed %d, case %d: %s on %s".formatted(seed, i, body(steps), user);
            String expected = expected(user, steps);

            assertThat(outcome(user, steps)).as(told).isEqualTo(expected);
            outcomes.merge(expected.startsWith("{") ? "done" : expected, 1, Integer::sum);
        }
        // All refusals, or none, would prove little.
        assertThat(outcomes).containsOnlyKeys("done", "invalidPath", "invalidValue", "mutability", "noTarget");
        assertThat(outcomes.get("done")).isBetween(PATCHES / 2, PATCHES - PATCHES / 10);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void leavesTheUserAlone_whenTheLastOperationFails(long seed) {
        Chance chance = new Chance(seed);
        for (int i = 0; i < PATCHES; i++) {
            ScimObject user = Documents.document(
                    new RandomUsers(chance).next("anna@example.com").toString());
            ScimObject before = user.copy();
            RandomPatches patches = new RandomPatches(chance);
            List<PatchStep> steps = new ArrayList<>(patches.next());
            steps.add(patches.impossible());

            assertThatThrownBy(() -> engine.apply(user, operations(steps)))
                    .as("seed %d, case %d: %s", seed, i, body(steps))
                    .isInstanceOf(ScimException.class);
            assertThat(user).withRepresentation(Documents::text).isEqualTo(before);
        }
    }

    /** The patched user in one spelling, or the scimType of the refusal. */
    private String outcome(JsonObject user, List<PatchStep> steps) {
        ScimObject before = Documents.document(user.toString());
        try {
            return sorted(canonicalizer.canonical(engine.apply(before, operations(steps))));
        } catch (ScimException refusal) {
            assertThat(before).isEqualTo(Documents.document(user.toString()));
            return refusal.scimType().orElseThrow();
        }
    }

    private static String expected(JsonObject user, List<PatchStep> steps) {
        try {
            return sorted(Documents.document(PatchStep.json(ReferencePatch.apply(plain(user), steps))));
        } catch (ReferencePatch.Refused refusal) {
            return refusal.getMessage();
        }
    }

    private static List<PatchOperation> operations(List<PatchStep> steps) {
        return DIALECT.operations(PatchOperation.parse(Documents.document(body(steps)), Conformance.TOLERANT));
    }

    private static String body(List<PatchStep> steps) {
        return steps.stream().map(PatchStep::text).collect(Collectors.joining(",", "{\"Operations\":[", "]}"));
    }

    /** A document as text with its members in order, so that equal documents are equal texts. */
    private static String sorted(Object value) {
        if (value instanceof ScimObject object) {
            Map<String, String> members = new TreeMap<>();
            object.forEach((name, member) -> members.put(name, sorted(member)));
            return members.toString();
        }
        return value instanceof List<?> list
                ? list.stream().map(RandomPatchTest::sorted).toList().toString()
                : value instanceof String text ? "'" + text + "'" : String.valueOf(value);
    }

    private static Map<String, Object> plain(JsonObject object) {
        Map<String, Object> plain = new LinkedHashMap<>();
        object.forEach((name, value) -> plain.put(name, plain(value)));
        return plain;
    }

    private static Object plain(JsonValue value) {
        if (value instanceof JsonObject object) {
            return plain(object);
        }
        if (value instanceof JsonArray array) {
            return new ArrayList<>(array.stream().map(RandomPatchTest::plain).toList());
        }
        return value instanceof JsonString text ? text.getString() : (Object) (value == JsonValue.TRUE);
    }
}
