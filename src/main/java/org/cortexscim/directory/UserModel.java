package org.cortexscim.directory;

import java.util.List;
import org.cortexscim.json.JsonText;
import org.cortexscim.scim.Conformance;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.patch.PatchEngine;
import org.cortexscim.scim.patch.PatchOperation;
import org.cortexscim.scim.schema.Canonicalizer;
import org.cortexscim.scim.schema.ResourceType;
import org.cortexscim.search.sql.FilterSql;

/** What one state of the user's schema makes of documents, patches and filters. */
record UserModel(
        ResourceType type,
        Conformance conformance,
        Canonicalizer canonicalizer,
        PatchEngine patches,
        FilterSql filters) {

    static UserModel of(ResourceType type, Conformance conformance) {
        return new UserModel(
                type,
                conformance,
                new Canonicalizer(type, conformance),
                new PatchEngine(type, JsonText::findObject, conformance),
                UserSql.filters(type));
    }

    /** The canonical document of a POST or PUT body, with every mandatory attribute in it. */
    ScimObject received(ScimObject body) {
        return complete(canonicalizer.received(body));
    }

    /** The canonical document after some operations, with every mandatory attribute in it. */
    ScimObject patched(ScimObject document, List<PatchOperation> operations) {
        return complete(canonicalizer.canonical(patches.apply(document, operations)));
    }

    private ScimObject complete(ScimObject document) {
        canonicalizer.requireMandatory(document);
        return document;
    }
}
