package org.cortexscim.scim.patch;

import java.util.Optional;
import org.cortexscim.scim.Conformance;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.filter.Filter;
import org.cortexscim.scim.filter.FilterParser;
import org.cortexscim.scim.schema.AttributeRef;
import org.cortexscim.scim.schema.ResourceType;

/**
 * The target of an operation (RFC 7644 §3.5.2): {@code title}, {@code name.givenName},
 * {@code emails[type eq "work"]} or {@code emails[type eq "work"].value}, each with or without a URN before it.
 */
record PatchPath(AttributeRef ref, Optional<Filter> filter) {

    /**
     * Reads a path; empty when it names no attribute of the type.
     *
     * @throws ScimException invalidPath when it is malformed, invalidFilter when the filter in it is
     */
    static Optional<PatchPath> find(ResourceType type, String text, Conformance conformance) {
        int open = text.indexOf('[');
        if (open < 0) {
            return type.find(text, conformance).map(ref -> new PatchPath(ref, Optional.empty()));
        }
        int close = text.lastIndexOf(']');
        String rest = close < open ? "" : text.substring(close + 1);
        if (close < open || !(rest.isEmpty() || rest.startsWith("."))) {
            throw ScimException.invalidPath(
                    "The path '%s' is malformed; an example is emails[type eq \"work\"].value.".formatted(text));
        }
        String filter = text.substring(open + 1, close);
        return type.find(text.substring(0, open), conformance)
                .filter(list -> list.attribute().multiValued() && list.sub().isEmpty())
                .map(list -> FilterParser.parseElement(filter, list.attribute(), conformance))
                .flatMap(selecting -> type.find(text.substring(0, open) + rest, conformance)
                        .map(ref -> new PatchPath(ref, Optional.of(selecting))));
    }

    /** Tells whether the path selects whole elements. */
    boolean isElement() {
        return filter.isPresent() && ref.sub().isEmpty();
    }
}
