package org.cortexscim.scim;

import java.util.Arrays;

/** A resource's version as an entity tag, {@code W/"3"} (RFC 7644 §3.14); weak, since projections differ in bytes. */
public record EntityTag(long version) {

    @Override
    public String toString() {
        return "W/\"" + version + "\"";
    }

    /** Tells whether the value of an If-Match or If-None-Match header matches this tag; {@code *} matches every tag. */
    boolean isIn(String tags) {
        return Arrays.stream(tags.split(","))
                .map(String::trim)
                .anyMatch(tag -> tag.equals("*") || opaque(tag).equals(opaque(toString())));
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
