package org.cortexscim.policy;

import java.util.List;
import java.util.regex.Pattern;
import org.cortexscim.scim.ScimObject;

/** Email addresses, as userNames and as the only value of {@code emails}. */
final class EmailAddress {
    private static final int MAX_LENGTH = 254;
    private static final Pattern ADDRESS = Pattern.compile(
            "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+[\\p{L}\\p{N}-]{2,63}");

    private EmailAddress() {}

    static boolean isValid(String text) {
        return text.length() <= MAX_LENGTH && ADDRESS.matcher(text).matches();
    }

    /** The {@code emails} of a user of whom only the address is known. */
    static List<ScimObject> only(String address) {
        return List.of(ScimObject.of("value", address).with("type", "work").with("primary", true));
    }
}
