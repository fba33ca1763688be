package org.cortexscim.policy;

import java.util.List;
import java.util.regex.Pattern;
import org.cortexscim.scim.ScimObject;

/** Email addresses, as userNames and as the only value of {@code emails}. */
final class EmailAddress {
    private static final int MAX_LENGTH = 254;
    /** ASCII as in RFC 5322 §3.2.3, and any other character that can be seen (RFC 6531 §3.3). */
    private static final String LOCAL = "(?:[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]|[^\\x00-\\x7f\\p{C}\\p{Z}]){1,64}";
    /** Letters with their marks, digits and hyphens: an A-label or a U-label (RFC 5890 §2.3.2.1). */
    private static final String LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?";

    private static final Pattern ADDRESS = Pattern.compile(LOCAL + "@(?:" + LABEL + "\\.)+[\\p{L}\\p{M}\\p{N}-]{2,63}");

    private EmailAddress() {}

    static boolean isValid(String text) {
        return text.length() <= MAX_LENGTH && ADDRESS.matcher(text).matches();
    }

    /** The {@code emails} of a user of whom only the address is known. */
    static List<ScimObject> only(String address) {
        return List.of(ScimObject.of("value", address).with("type", "work").with("primary", true));
    }
}
