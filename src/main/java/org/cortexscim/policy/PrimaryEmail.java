package org.cortexscim.policy;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.filter.SearchKey;

/** A user's email address: the primary value of {@code emails}, or the first where none is marked. */
final class PrimaryEmail {
    private static final Pattern ADDRESS = Pattern.compile(
            "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+[\\p{L}\\p{N}-]{2,63}");

    private PrimaryEmail() {}

    static boolean isAddress(String text) {
        return text.length() <= 254 && ADDRESS.matcher(text).matches();
    }

    /** The address with case folded, as it is compared. */
    static Optional<String> of(ScimObject user) {
        List<ScimObject> emails = user.objects("emails");
        return emails.stream()
                .filter(email -> email.flag("primary").orElse(false))
                .findFirst()
                .or(() -> emails.stream().findFirst())
                .flatMap(email -> email.text("value"))
                .map(SearchKey::folded);
    }

    /** The {@code emails} of a user of whom only the address is known. */
    static List<ScimObject> only(String address) {
        return List.of(ScimObject.of("value", address).with("type", "work").with("primary", true));
    }
}
