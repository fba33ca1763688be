package org.cortexscim.web.admin;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.cortexscim.access.allowlist.AllowedAddress;
import org.cortexscim.access.allowlist.Allowlist;
import org.cortexscim.access.allowlist.ProposedAddress;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Reads the entries that a request proposes for the IP allowlist.
 *
 * <pre>{"entries":[{"address":"203.0.113.0/24","description":"Okta"}]}</pre>
 */
@Schema(name = "Allowlist")
record AllowlistBody(List<Entry> entries) {

    /** An entry; the answer to a validation also says whether it is valid. */
    @Schema(name = "AllowlistEntry")
    record Entry(
            @Schema(description = "An address, or a range in CIDR notation.", examples = "203.0.113.0/24")
            String address,

            @Schema(examples = "Okta") @Nullable String description,

            @Schema(description = "Only in the response of a validation.", readOnly = true) @Nullable
            Boolean valid,

            @Schema(description = "Why the entry is not valid.", readOnly = true) @Nullable
            String message) {

        static Entry of(AllowedAddress stored) {
            String description = stored.description().isEmpty() ? null : stored.description();
            return new Entry(stored.range().toString(), description, null, null);
        }

        static Entry of(ProposedAddress proposed) {
            return new Entry(
                    proposed.address(),
                    proposed.description().orElse(null),
                    proposed.message().isEmpty(),
                    proposed.message().orElse(null));
        }
    }

    /**
     * The entries, in their order.
     *
     * @throws ScimException invalidValue when the body is not such a list, naming the wrong member
     */
    static List<ProposedAddress> read(ScimObject body) {
        requireOnly("", body, Set.of("entries"));
        if (!(body.get("entries") instanceof List<?> entries)) {
            throw ScimException.invalidValue("'entries' must be an array; an empty array admits every address.");
        }
        if (entries.size() > Allowlist.MAX_ENTRIES) {
            throw ScimException.invalidValue("'entries' has %d entries; the limit is %d. Combine addresses into ranges."
                    .formatted(entries.size(), Allowlist.MAX_ENTRIES));
        }
        return IntStream.range(0, entries.size())
                .mapToObj(i -> entry("entries[%d]".formatted(i), entries.get(i)))
                .toList();
    }

    private static ProposedAddress entry(String place, @Nullable Object sent) {
        if (!(sent instanceof ScimObject entry)) {
            throw ScimException.invalidValue("'%s' must be an object with an 'address'.".formatted(place));
        }
        requireOnly(place + ".", entry, Set.of("address", "description"));
        String address = text(place, "address", entry)
                .orElseThrow(() -> ScimException.invalidValue("'%s.address' is missing.".formatted(place)));
        return ProposedAddress.of(address, text(place, "description", entry));
    }

    private static Optional<String> text(String place, String name, ScimObject entry) {
        if (entry.get(name) != null && entry.text(name).isEmpty()) {
            throw ScimException.invalidValue("'%s.%s' must be a string.".formatted(place, name));
        }
        return entry.text(name);
    }

    private static void requireOnly(String place, ScimObject object, Set<String> known) {
        object.names().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw ScimException.invalidValue("'%s%s' is not a member of the body; it can have: %s."
                            .formatted(place, name, String.join(", ", new TreeSet<>(known))));
                });
    }
}
