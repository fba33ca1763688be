package org.cortexscim.web.scim;

import java.util.List;
import org.cortexscim.directory.Group;
import org.cortexscim.directory.membership.Member;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.CoreSchemas;
import org.cortexscim.scim.schema.ResourceType;

/** A group as the wire shows it (RFC 7643 §4.2). */
final class GroupDocument {
    private GroupDocument() {}

    static ScimObject of(Group group, String baseUrl) {
        ScimObject document =
                ScimObject.of("schemas", List.of(CoreSchemas.GROUP_URN)).with("id", group.id());
        group.externalId().ifPresent(externalId -> document.put("externalId", externalId));
        document.put("displayName", group.displayName());
        group.members()
                .filter(members -> !members.isEmpty())
                .ifPresent(members -> document.put("members", members(members, baseUrl)));
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

    private static List<ScimObject> members(List<Member> members, String baseUrl) {
        return members.stream().map(member -> member(member, baseUrl)).toList();
    }

    private static ScimObject member(Member member, String baseUrl) {
        ResourceType type = switch (member.kind()) {
            case USER -> CoreSchemas.USER_TYPE;
            case GROUP -> CoreSchemas.GROUP_TYPE;
        };
        return ScimObject.of("value", member.id())
                .with("$ref", baseUrl + type.endpoint() + "/" + member.id())
                .with("display", member.name())
                .with("type", type.name());
    }
}
