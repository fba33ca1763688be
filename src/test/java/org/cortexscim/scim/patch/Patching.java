package org.cortexscim.scim.patch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cortexscim.json.JsonText;
import org.cortexscim.scim.Conformance;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.dialect.Dialect;
import org.cortexscim.scim.schema.Canonicalizer;
import org.cortexscim.scim.schema.CoreSchemas;
import org.cortexscim.scim.schema.ResourceType;
import org.cortexscim.testing.Documents;
import org.cortexscim.testing.Refusals;
import org.cortexscim.testing.Scenario;

/** Runs a scenario of before, patch and after: a user, the operations of a PATCH, and the user as it is kept then. */
final class Patching {
    private final Scenario scenario;
    private final ResourceType type;
    private final Conformance conformance;
    private final ScimObject user;
    private final List<PatchOperation> operations;

    private Patching(Scenario scenario, ResourceType type, Conformance conformance) {
        this.scenario = scenario;
        this.type = type;
        this.conformance = conformance;
        this.user = scenario.document("before");
        this.operations = operations();
    }

    static Patching when(Scenario scenario) {
        return new Patching(scenario, CoreSchemas.USER_TYPE, Conformance.TOLERANT);
    }

    /** The patched users are of this type. */
    Patching of(ResourceType other) {
        return new Patching(scenario, other, conformance);
    }

    /** The service enforces the interoperability profile. */
    Patching strictly() {
        return new Patching(scenario, type, Conformance.STRICT);
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
        assertThat(operations).isEqualTo(operations());
    }

    private ScimObject patched() {
        Dialect dialect = Dialect.of(type, JsonText::findObject, conformance);
        ScimObject patched = new PatchEngine(type, conformance).apply(user, dialect.operations(operations));
        return new Canonicalizer(type, conformance).canonical(patched);
    }

    /** The body is read tolerantly: what a strict service refuses there is in {@link PatchOperationTest}. */
    private List<PatchOperation> operations() {
        return PatchOperation.parse(ScimObject.of("Operations", scenario.documents("patch")), Conformance.TOLERANT);
    }
}
