package org.cortexscim.properties;

import java.util.List;

/**
 * A searchable attribute of the User schema, as RFC 7643 §4 defines it.
 *
 * @param path as a filter names it
 * @param words values that random users have there
 */
record Leaf(String path, Kind kind, List<String> words) {
    static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    /** How values compare. */
    enum Kind {
        FOLDED,
        EXACT,
        BOOLEAN,
        INSTANT
    }

    private static final List<String> WORDS = List.of(
            "Boss",
            "boss",
            "Clerk",
            "clerk of works",
            "\u00c4rger",
            "\u00e4rger",
            "100%",
            "100_",
            "a_b",
            "a!b",
            "ab",
            "back\\slash",
            "quo\"te",
            "Zed",
            "0",
            "true",
            "x y",
            "\u4e2d\u6587",
            "'; drop");
    private static final List<String> URLS =
            List.of("https://example.com/A", "https://example.com/a", "https://example.com/a/b", "urn:x:y");
    private static final List<String> FLAGS = List.of("true", "false");

    /** Attributes with one value. */
    static final List<Leaf> SINGLE = List.of(
            folded("title"),
            folded("nickName"),
            folded("displayName"),
            folded("name.familyName"),
            folded("name.givenName"),
            folded("name.middleName"),
            folded("userType"),
            folded("locale"),
            new Leaf("profileUrl", Kind.EXACT, URLS),
            new Leaf("externalId", Kind.EXACT, WORDS),
            new Leaf("active", Kind.BOOLEAN, FLAGS),
            folded(ENTERPRISE + ":department"),
            folded(ENTERPRISE + ":manager.value"));

    /** Attributes with many values, each with these parts. */
    static final List<String> PLURAL = List.of("emails", "phoneNumbers", "addresses", "photos");

    static final List<Leaf> PARTS = List.of(
            folded("value"),
            folded("display"),
            new Leaf("type", Kind.FOLDED, List.of("work", "home", "Work", "other")),
            new Leaf("primary", Kind.BOOLEAN, FLAGS));

    static final List<Leaf> ADDRESS_PARTS = List.of(
            folded("locality"),
            folded("country"),
            new Leaf("type", Kind.FOLDED, List.of("work", "home")),
            new Leaf("primary", Kind.BOOLEAN, FLAGS));

    static final List<Leaf> PHOTO_PARTS = List.of(
            new Leaf("value", Kind.EXACT, URLS),
            folded("display"),
            new Leaf("type", Kind.FOLDED, List.of("photo", "thumbnail")),
            new Leaf("primary", Kind.BOOLEAN, FLAGS));

    static List<Leaf> partsOf(String plural) {
        return switch (plural) {
            case "addresses" -> ADDRESS_PARTS;
            case "photos" -> PHOTO_PARTS;
            default -> PARTS;
        };
    }

    private static Leaf folded(String path) {
        return new Leaf(path, Kind.FOLDED, WORDS);
    }
}
