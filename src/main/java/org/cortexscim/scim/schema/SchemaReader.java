package org.cortexscim.scim.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;

/**
 * Reads the definition of an extension of the user's schema (RFC 7643 §7), the inverse of {@link Discovery#definition}.
 *
 * <pre>{"id": "urn:acme:params:scim:schemas:extension:badge:1.0:User", "name": "Badge",
 * "attributes": [{"name": "number", "type": "integer", "description": "The number on the badge."}]}</pre>
 *
 * <p>What is left out has the default of RFC 7643 §2.2. What this service would not do, such as asking for a value or
 * keeping it unique, is refused and not just kept.
 */
public final class SchemaReader {
    /** The longest URN, in characters. */
    public static final int MAX_URN = 150;

    static final int MAX_ATTRIBUTES = 100;
    static final int MAX_DESCRIPTION = 1000;
    /** The width of the column that an attribute's full path is indexed by. */
    private static final int MAX_PATH = 200;

    private static final Set<String> MEMBERS = Set.of("schemas", "id", "name", "description", "attributes", "meta");
    private static final List<String> TAKEN = List.of("urn:ietf:params:scim:", "urn:cortex-scim:");
    /** Allows only the characters of RFC 8141 that a filter can use in an attribute name. */
    private static final Pattern URN =
            Pattern.compile("urn:[A-Za-z0-9][A-Za-z0-9-]{0,30}[A-Za-z0-9]:[A-Za-z0-9]([A-Za-z0-9._:-]*[A-Za-z0-9])?");

    private SchemaReader() {}

    /**
     * The schema that the document defines.
     *
     * @throws ScimException invalidValue naming the attribute and the problem
     */
    public static Schema read(ScimObject document) {
        Definition definition = new Definition("The schema", document);
        definition.requireOnly(MEMBERS);
        String id = id(definition);
        List<ScimObject> attributes = definition.objects("attributes", MAX_ATTRIBUTES);
        if (attributes.isEmpty()) {
            throw definition.refusal("'attributes' needs at least one attribute");
        }
        Schema schema = new Schema(
                id,
                definition.text("name", 200).filter(name -> !name.isBlank()).orElse(id),
                definition.text("description", MAX_DESCRIPTION).orElse(""),
                attributes.stream().map(AttributeReader::read).toList());
        requireDistinct("The schema", schema.attributes());
        requireShort(schema);
        return schema;
    }

    private static String id(Definition definition) {
        String id = definition.text("id", MAX_URN).orElseThrow(() -> definition.refusal("'id' is missing"));
        if (!URN.matcher(id).matches()) {
            throw definition.refusal("'id' must be a URN of letters, digits and '-', '.', '_', ':', such as"
                    + " urn:acme:params:scim:schemas:extension:badge:1.0:User");
        }
        String folded = id.toLowerCase(Locale.ROOT);
        TAKEN.stream().filter(folded::startsWith).findFirst().ifPresent(prefix -> {
            throw definition.refusal(
                    "'id' must not begin with '%s'; choose a URN of your organization".formatted(prefix));
        });
        return id;
    }

    static void requireDistinct(String place, List<Attribute> attributes) {
        Set<String> seen = new HashSet<>();
        for (Attribute attribute : attributes) {
            if (!seen.add(attribute.name().toLowerCase(Locale.ROOT))) {
                throw ScimException.invalidValue(
                        "%s: the attribute '%s' is defined twice; names are not case-sensitive."
                                .formatted(place, attribute.name()));
            }
        }
    }

    private static void requireShort(Schema schema) {
        SchemaUpdate.leaves(schema)
                .map(AttributeRef::key)
                .filter(path -> path.length() > MAX_PATH)
                .findFirst()
                .ifPresent(path -> {
                    throw ScimException.invalidValue("'%s' is longer than %d characters; choose a shorter id or name."
                            .formatted(path, MAX_PATH));
                });
    }

    /** Only for the readers' own messages. */
    static Optional<String> nameOf(ScimObject attribute) {
        return attribute.text("name").filter(name -> name.length() <= 100);
    }
}
