package org.cortexscim.web.scim;

import java.util.ArrayList;
import java.util.List;
import org.cortexscim.directory.User;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.CoreSchemas;
import org.cortexscim.scim.schema.ResourceType;

/** A user as the wire shows it: the stored document with id, schemas and meta around it (RFC 7643 §3). */
final class UserDocument {
    private UserDocument() {}

    static ScimObject of(User user, ResourceType type, String baseUrl) {
        List<String> schemas = new ArrayList<>(List.of(CoreSchemas.USER_URN));
        type.extensions().stream()
                .filter(extension -> user.document().has(extension.id()))
                .forEach(extension -> schemas.add(extension.id()));
        ScimObject document = ScimObject.of("schemas", schemas).with("id", user.id());
        user.document().forEach(document::put);
        if (!user.groups().isEmpty()) {
            document.put("groups", groups(user, baseUrl));
        }
        return document.with("meta", meta(user, baseUrl));
    }

    private static List<ScimObject> groups(User user, String baseUrl) {
        return user.groups().stream()
                .map(group -> ScimObject.of("value", group.id())
                        .with("$ref", baseUrl + CoreSchemas.GROUP_TYPE.endpoint() + "/" + group.id())
                        .with("display", group.displayName())
                        .with("type", group.direct() ? "direct" : "indirect"))
                .toList();
    }

    static String location(User user, String baseUrl) {
        return baseUrl + CoreSchemas.USER_TYPE.endpoint() + "/" + user.id();
    }

    private static ScimObject meta(User user, String baseUrl) {
        return Meta.of(CoreSchemas.USER_TYPE, user.created(), user.lastModified(), location(user, baseUrl), user.tag());
    }
}
