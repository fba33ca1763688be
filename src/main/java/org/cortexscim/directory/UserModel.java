package org.cortexscim.directory;

import org.cortexscim.directory.query.FilterSql;
import org.cortexscim.json.JsonText;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.patch.PatchEngine;
import org.cortexscim.scim.schema.Canonicalizer;
import org.cortexscim.scim.schema.ResourceType;

/** What one state of the user's schema makes of documents, patches and filters. */
record UserModel(ResourceType type, Canonicalizer canonicalizer, PatchEngine patches, FilterSql filters) {

    static UserModel of(ResourceType type) {
        return new UserModel(
                type, new Canonicalizer(type), new PatchEngine(type, JsonText::findObject), UserSql.filters(type));
    }

    /** The canonical document, with every mandatory attribute in it. */
    ScimObject canonical(ScimObject sent) {
        ScimObject document = canonicalizer.canonical(sent);
        canonicalizer.requireMandatory(document);
        return document;
    }
}
