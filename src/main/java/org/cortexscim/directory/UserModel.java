package org.cortexscim.directory;

import java.util.List;
import org.cortexscim.json.JsonText;
import org.cortexscim.policy.ProvisioningRules;
import org.cortexscim.policy.WorkspaceSchema;
import org.cortexscim.scim.Conformance;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.dialect.Dialect;
import org.cortexscim.scim.patch.PatchEngine;
import org.cortexscim.scim.patch.PatchOperation;
import org.cortexscim.scim.schema.Canonicalizer;
import org.cortexscim.scim.schema.ResourceType;
import org.cortexscim.scim.schema.Schema;
import org.cortexscim.search.sql.FilterSql;
import org.cortexscim.settings.ProvisioningSettings;

/** The user's schema and rules under some settings and extensions, with what they make of documents and filters. */
record UserModel(
        ProvisioningRules rules, Dialect dialect, Canonicalizer canonicalizer, PatchEngine patches, FilterSql filters) {

    static UserModel of(ProvisioningSettings settings, List<Schema> extensions) {
        ResourceType type = WorkspaceSchema.user(settings, extensions);
        Conformance conformance = settings.conformance();
        return new UserModel(
                new ProvisioningRules(settings, type),
                Dialect.of(type, JsonText::findObject, conformance),
                new Canonicalizer(type, conformance),
                new PatchEngine(type, conformance),
                UserSql.filters(type));
    }

    ResourceType type() {
        return rules.type();
    }

    /** The canonical document of a POST or PUT body, with every mandatory attribute in it. */
    ScimObject received(ScimObject body) {
        return complete(canonicalizer.received(dialect.document(body)));
    }

    /** The canonical document after some operations, with every mandatory attribute in it. */
    ScimObject patched(ScimObject document, List<PatchOperation> operations) {
        return complete(canonicalizer.canonical(patches.apply(document, dialect.operations(operations))));
    }

    private ScimObject complete(ScimObject document) {
        canonicalizer.requireMandatory(document);
        return document;
    }
}
