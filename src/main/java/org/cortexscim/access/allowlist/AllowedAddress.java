package org.cortexscim.access.allowlist;

import org.cortexscim.access.address.IpRange;
import org.cortexscim.scim.ScimObject;

/**
 * An entry of the allowlist.
 *
 * @param description the admin's description; empty for none
 */
public record AllowedAddress(IpRange range, String description) {

    /** {@code {"address":"203.0.113.0/24","description":"Okta"}}, without {@code description} when it has none. */
    public ScimObject document() {
        ScimObject document = ScimObject.of("address", range.toString());
        return description.isEmpty() ? document : document.with("description", description);
    }

    static AllowedAddress of(ScimObject document) {
        return new AllowedAddress(
                IpRange.parse(document.text("address").orElse("")),
                document.text("description").orElse(""));
    }
}
