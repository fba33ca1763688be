package org.cortexscim.clients.entra;

import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Entra ID with {@code ?aadOptscim062020} in its Tenant URL: operations in lower case, all changes of a user merged in
 * one without a path, members removed by a filter, real booleans.
 *
 * <p>Settings: as without the flag.
 */
class EntraOptimizedReplayIT implements EntraLifecycle {
    private final EntraApp entra = EntraApp.optimized();
    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final Person person = Person.random();

    @Override
    public EntraApp entra() {
        return entra;
    }

    /** On-demand provisioning ignores the flag, so that both forms reach the same user. */
    @Test
    void takesBothForms_ofOneUser() {
        String id = entra.create(person).text("id");

        EntraApp.plain().disable(id).hasStatus(200).has("active", false);
        entra.enable(id).hasStatus(200).has("active", true);
        EntraApp.plain()
                .replace(id, java.util.Map.of("name.givenName", "Kkom"))
                .hasStatus(200)
                .has("name/givenName", "Kkom");
    }

    /** The forms that the Tenant URL takes in the field, and the flag that turns the new behaviour back. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Users?aadOptscim062020&filter=%s",
                "/Users?filter=%s&aadOptscim062020",
                "/Users/?aadOptscim062020&filter=%s",
                "/Users?aadOptscim062020=&filter=%s",
                "/Users?AzureAdScimPatch2017&filter=%s"
            })
    void readsPastTheFlag(String url) {
        String id = entra.create(person).text("id");
        String filter = ScimClient.encodedAsForm("userName eq \"%s\"".formatted(person.userName()));

        http.get(url.formatted(filter)).hasStatus(200).has("totalResults", 1).has("Resources/0/id", id);
    }

    /** With the flag a POST of roles is what a PATCH is. */
    @Test
    void createsTheUserWithRoles() {
        entra.post("/Users", person.document("""
                        "active":true,"roles":[{"primary":false,"type":"WindowsAzureActiveDirectoryRole","display":"User","value":"User"}]"""))
                .hasStatus(201)
                .has("roles/0/value", "User")
                .has("roles/0/primary", false);
        WORKSPACE.lastChangeOf(person.userName()).changes("active", null, true);
    }
}
