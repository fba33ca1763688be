package org.cortexscim.scim;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A resource's version as an entity tag, {@code W/"3"} (RFC 7644 §3.14); weak, since projections differ in bytes. */
public record EntityTag(long version) {

    @Override
    public String toString() {
        return "W/\"" + version + "\"";
    }

    /** Whether a list of tags, as If-Match and If-None-Match carry it, names this one; {@code *} names any. */
    public boolean isIn(@Nullable String header) {
        return header != null
                && Arrays.stream(header.split(","))
                        .map(String::trim)
                        .anyMatch(tag -> tag.equals("*") || opaque(tag).equals(opaque(toString())));
    }

    /**
     * Refuses a write when the caller asked for another version; no header asks for none.
     *
     * @throws ScimException 412
     */
    public void requireMatch(@Nullable String ifMatch) {
        if (ifMatch != null && !isIn(ifMatch)) {
            throw ScimException.preconditionFailed(
                    "The resource is at version %s, not at the one in If-Match; read it again.".formatted(this));
        }
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
