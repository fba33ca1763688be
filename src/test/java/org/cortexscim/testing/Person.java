package org.cortexscim.testing;

import java.util.Locale;
import java.util.UUID;

/** Somebody whom no other test knows. */
public record Person(String givenName, String familyName, String userName) {

    /** A person with random names; the userName has both cases, as Okta's suite has it. */
    public static Person random() {
        String mark = UUID.randomUUID().toString().substring(0, 13);
        return new Person("Given" + mark, "Family" + mark, "Given.Family" + mark + "@Example.com");
    }

    /** The same person under another userName. */
    public Person named(String otherUserName) {
        return new Person(givenName, familyName, otherUserName);
    }

    public String userNameInCapitals() {
        return userName.toUpperCase(Locale.ROOT);
    }

    /** What Okta sends to create this user. */
    public String document() {
        return document("");
    }

    /**
     * What Okta sends to create this user, with more members at the end.
     *
     * @param more such as {@code "title": "Clerk"}, or nothing
     */
    public String document(String more) {
        return """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],
                 "userName":"%s",
                 "name":{"givenName":"%s","familyName":"%s"},
                 "emails":[{"primary":true,"value":"%s","type":"work"}]%s}
                """.formatted(userName, givenName, familyName, userName, more.isEmpty() ? "" : ",\n " + more);
    }
}
