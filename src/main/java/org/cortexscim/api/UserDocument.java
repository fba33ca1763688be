package org.cortexscim.api;

import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import org.cortexscim.directory.User;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.CoreSchemas;

/** A user as the wire shows it: the stored document with id, schemas and meta around it (RFC 7643 §3). */
final class UserDocument {
    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private UserDocument() {}

    static ScimObject of(User user, String baseUrl) {
        List<String> schemas = new ArrayList<>(List.of(CoreSchemas.USER_URN));
        CoreSchemas.USER_TYPE.extensions().stream()
                .filter(extension -> user.document().has(extension.id()))
                .forEach(extension -> schemas.add(extension.id()));
        ScimObject document = ScimObject.of("schemas", schemas).with("id", user.id());
        user.document().forEach(document::put);
        return document.with("meta", meta(user, baseUrl));
    }

    static String location(User user, String baseUrl) {
        return baseUrl + CoreSchemas.USER_TYPE.endpoint() + "/" + user.id();
    }

    private static ScimObject meta(User user, String baseUrl) {
        return ScimObject.of("resourceType", CoreSchemas.USER_TYPE.name())
                .with("created", MILLIS.format(user.created()))
                .with("lastModified", MILLIS.format(user.lastModified()))
                .with("location", location(user, baseUrl))
                .with("version", user.tag().toString());
    }
}
