package org.cortexscim.api;

import java.util.List;
import org.cortexscim.directory.Group;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.CoreSchemas;

/** A group as the wire shows it (RFC 7643 §4.2). */
final class GroupDocument {
    private GroupDocument() {}

    static ScimObject of(Group group, String baseUrl) {
        ScimObject document =
                ScimObject.of("schemas", List.of(CoreSchemas.GROUP_URN)).with("id", group.id());
        group.externalId().ifPresent(externalId -> document.put("externalId", externalId));
        document.put("displayName", group.displayName());
        if (!group.members().isEmpty()) {
            document.put("members", members(group, baseUrl));
        }
        return document.with(
                "meta",
                Meta.of(
                        CoreSchemas.GROUP_TYPE,
                        group.created(),
                        group.lastModified(),
                        location(group, baseUrl),
                        group.tag()));
    }

    static String location(Group group, String baseUrl) {
        return baseUrl + CoreSchemas.GROUP_TYPE.endpoint() + "/" + group.id();
    }

    private static List<ScimObject> members(Group group, String baseUrl) {
        return group.members().stream()
                .map(member -> ScimObject.of("value", member.userId())
                        .with("$ref", baseUrl + CoreSchemas.USER_TYPE.endpoint() + "/" + member.userId())
                        .with("display", member.userName())
                        .with("type", CoreSchemas.USER_TYPE.name()))
                .toList();
    }
}
