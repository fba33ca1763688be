package org.cortexscim.clients.okta;

import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * "Okta SCIM 2.0 CRUD Test", exported 2016-11-08. The suite drives Okta and looks at the service; here {@link AiwApp}
 * sends what Okta sends, and {@link #suite} asserts what the suite asserts.
 */
@ExtendWith(FreshWorkspace.class)
class OktaCrudSuiteIT {
    private final AiwApp okta = new AiwApp(ScimClient.ofServiceUnderTest());

    /** The suite's own reads carry these two headers and no others. */
    private final ScimClient suite = ScimClient.ofServiceUnderTest()
            .without("Content-Type")
            .without("Accept-Charset")
            .without("User-Agent");

    @Test
    void passesTheWholeSuite() {
        Person person = Person.random();

        okta.assign(person);
        String id = suite.find(person.userName())
                .has("Resources/0/userName", person.userName())
                .has("Resources/0/emails/0/value", person.userName())
                .has("Resources/0/name/familyName", person.familyName())
                .has("Resources/0/name/givenName", person.givenName())
                .text("Resources/0/id");

        okta.update(id, "name/givenName", "Renamed");
        suite.user(id).hasStatus(200).has("name/givenName", "Renamed");

        okta.deactivate(id);
        suite.user(id).hasStatus(200).has("active", false);

        okta.assign(new Person("Renamed", person.familyName(), person.userName()));
        suite.user(id).hasStatus(200).has("active", true).has("name/givenName", "Renamed");

        okta.deactivate(id);
        suite.user(id).hasStatus(200).has("active", false);
    }
}
