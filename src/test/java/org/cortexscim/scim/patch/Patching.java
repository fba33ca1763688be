package org.cortexscim.scim.patch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cortexscim.json.JsonText;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.Canonicalizer;
import org.cortexscim.scim.schema.CoreSchemas;
import org.cortexscim.testing.Documents;
import org.cortexscim.testing.Refusals;
import org.cortexscim.testing.Scenario;

/** Runs a scenario of before, patch and after: a user, the operations of a PATCH, and the user as it is kept then. */
final class Patching {
    private static final PatchEngine ENGINE = new PatchEngine(CoreSchemas.USER_TYPE, JsonText::findObject);
    private static final Canonicalizer CANONICALIZER = new Canonicalizer(CoreSchemas.USER_TYPE);

    private final Scenario scenario;
    private final ScimObject user;
    private final List<PatchOperation> operations;

    private Patching(Scenario scenario) {
        this.scenario = scenario;
        this.user = scenario.document("before");
        this.operations = operations(scenario);
    }

    static Patching when(Scenario scenario) {
        return new Patching(scenario);
    }

    void thenUserIs(ScimObject after) {
        assertThat(patched()).withRepresentation(Documents::text).isEqualTo(after);
        thenNothingGivenIsTouched();
    }

    Refusals thenRefused() {
        Refusals refusal = Refusals.thenRefused(this::patched);
        thenNothingGivenIsTouched();
        return refusal;
    }

    /** The user stays when a PATCH is refused; the operations are applied again when a race was lost. */
    private void thenNothingGivenIsTouched() {
        assertThat(user).withRepresentation(Documents::text).isEqualTo(scenario.document("before"));
        assertThat(operations).isEqualTo(operations(scenario));
    }

    private ScimObject patched() {
        return CANONICALIZER.canonical(ENGINE.apply(user, operations));
    }

    private static List<PatchOperation> operations(Scenario scenario) {
        return PatchOperation.parse(ScimObject.of("Operations", scenario.documents("patch")));
    }
}
