package org.cortexscim.scim.schema;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.jspecify.annotations.Nullable;

/** Refuses what a strict service does not accept in a body and a tolerant one ignores. */
public final class StrictBody {
    private StrictBody() {}

    /**
     * Refuses a body without the schemas of the type, or with attributes that no schema of the type defines.
     *
     * @throws ScimException invalidSyntax naming the problem
     */
    public static void check(ResourceType type, ScimObject body) {
        requireSchema(body.get("schemas"), type.schema().id());
        requireKnownSchemas(type, body.get("schemas"));
        for (String name : body.names()) {
            Optional<Schema> extension = type.extension(name);
            boolean known = Stream.concat(CommonAttributes.ALL.stream(), type.schema().attributes().stream())
                    .anyMatch(attribute -> attribute.name().equalsIgnoreCase(name));
            if (extension.isEmpty() && !known) {
                throw unknown(name);
            }
            extension.ifPresent(schema ->
                    body.object(name).ifPresent(members -> requireKnown(schema, schema.id() + ":", members)));
        }
    }

    /**
     * Refuses a message whose {@code schemas} do not name its own.
     *
     * @throws ScimException invalidSyntax
     */
    public static void requireSchema(@Nullable Object schemas, String urn) {
        boolean named = schemas instanceof List<?> list && list.stream().anyMatch(one -> isUrn(one, urn));
        if (!named) {
            throw ScimException.invalidSyntax("'schemas' must be an array that contains '%s'.".formatted(urn));
        }
    }

    /**
     * Refuses schemas that the type does not have.
     *
     * @throws ScimException invalidSyntax naming the first
     */
    public static void requireKnownSchemas(ResourceType type, @Nullable Object schemas) {
        List<?> sent = schemas instanceof List<?> list ? list : List.of();
        for (Object one : sent) {
            if (type.schemas().noneMatch(schema -> isUrn(one, schema.id()))) {
                throw ScimException.invalidSyntax(
                        "'%s' in 'schemas' is not a schema of %s; see /Schemas.".formatted(one, type.name()));
            }
        }
    }

    /**
     * Refuses a message with members that it does not have.
     *
     * @param known the members, in lower case
     * @param message such as "a PatchOp message"
     * @throws ScimException invalidSyntax naming the first
     */
    public static void requireMembers(Set<String> known, ScimObject object, String message) {
        object.names().stream()
                .filter(name -> !known.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .ifPresent(name -> {
                    throw ScimException.invalidSyntax("'%s' is not a member of %s.".formatted(name, message));
                });
    }

    /** invalidSyntax for a name that no schema defines. */
    public static ScimException unknown(String name) {
        return ScimException.invalidSyntax(
                "'%s' is not an attribute that a schema defines; see /Schemas.".formatted(name));
    }

    private static void requireKnown(Schema schema, String prefix, ScimObject members) {
        members.names().stream()
                .filter(name -> schema.attribute(name).isEmpty())
                .findFirst()
                .ifPresent(name -> {
                    throw unknown(prefix + name);
                });
    }

    private static boolean isUrn(@Nullable Object sent, String urn) {
        return sent instanceof String text && text.equalsIgnoreCase(urn);
    }
}
