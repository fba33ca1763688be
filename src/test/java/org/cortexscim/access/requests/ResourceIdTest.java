package org.cortexscim.access.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.cortexscim.storage.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceIdTest {
    private static final String ID = "01a21b5d-0c4e-7b1f-8a55-2d9e6f3c4b17";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/scim/v2/Users/" + ID,
                "/scim/v2/Groups/" + ID,
                "/scim/v2/Users/" + ID + "/",
                "//scim/v2//Users/" + ID,
                "https://scim.example.com/scim/v2/Users/" + ID
            })
    void isWhereAPathLeads(String url) {
        assertThat(ResourceId.in(url)).contains(ID);
    }

    @Test
    void isOneThatThisServiceMakes() {
        assertThat(ResourceId.in("/scim/v2/Users/" + Ids.next())).isPresent();
        assertThat(ResourceId.in("/scim/v2/Users/" + Ids.at(Instant.EPOCH))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/scim/v2/Users",
                "/scim/v2/Users/ada@example.com",
                "/scim/v2/Users/cxs_0123456789abcdef0123456789abcdef",
                // A random UUID, which may be somebody's password.
                "/scim/v2/Users/3f2b8a40-6c1d-4e5f-9a7b-0c1d2e3f4a5b",
                "/scim/v2/Users/" + ID + "0",
                "/scim/v2/Users/" + ID + "/groups",
                "/scim/v2/Users/.search/" + ID,
                "/scim/v2/Roles/" + ID,
                "/api/v1/users/" + ID + "/roles"
            })
    void isNothingElseInAPath(String path) {
        assertThat(ResourceId.in(path)).isEmpty();
    }
}
