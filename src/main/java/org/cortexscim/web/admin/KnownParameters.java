package org.cortexscim.web.admin;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.stream.Stream;
import org.cortexscim.scim.ScimException;

/** The parameters that a list has: a mistyped name would otherwise select what nobody asked for. */
final class KnownParameters {
    private KnownParameters() {}

    /** @throws ScimException invalidValue for a parameter of the request that is not among these */
    static void requireOnly(UriInfo uri, List<String> names, String... more) {
        List<String> known = Stream.concat(names.stream(), Stream.of(more)).toList();
        uri.getQueryParameters().keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw ScimException.invalidValue("'%s' is not a parameter of this list, which has: %s."
                            .formatted(name, String.join(", ", known)));
                });
    }
}
