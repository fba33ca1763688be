package org.cortexscim.clients.sailpoint;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * SailPoint aggregates accounts only after it has read every document of discovery.
 *
 * <p>Settings: one of the two switches, to read; the other too where SailPoint shall create accounts.
 */
@ExtendWith(FreshWorkspace.class)
class SailPointDiscoveryIT {
    private static final String LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
    private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";

    private final SailPointConnector sailPoint = new SailPointConnector();
    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final Workspace workspace = Workspace.ofServiceUnderTest();

    @Test
    void readsWhatTheServiceCanDo() {
        sailPoint
                .read("/ServiceProviderConfig")
                .has("patch/supported", true)
                .has("filter/supported", true)
                .has("authenticationSchemes/0/type");
        sailPoint
                .read("/ResourceTypes/User")
                .has("id", "User")
                .has("endpoint", "/Users")
                .has("schema", USER);
        sailPoint.read("/Schemas/" + USER).has("id", USER).has("attributes/0/name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ResourceTypes", "/Schemas"})
    void readsListsThatAreLists(String endpoint) {
        List<JsonObject> resources =
                sailPoint.read(endpoint).hasSchema(LIST).has("totalResults").objects("Resources");

        assertThat(resources).isNotEmpty();
        for (JsonObject resource : resources) {
            sailPoint.read(endpoint + "/" + resource.getString("id")).has("id", resource.getString("id"));
        }
    }

    @Test
    void aggregatesEveryAccountAndGroup_once() {
        List<String> active = IntStream.range(0, 100)
                .parallel()
                .mapToObj(i -> http.idOfNew(Person.random()))
                .toList();
        String inactive = http.idOfInactive(Person.random());
        String group = http.post("/Groups", "{\"displayName\":\"SailPoint %s\"}".formatted(UUID.randomUUID()))
                .text("id");
        int entries = workspace.auditTotal();

        assertThat(sailPoint.aggregate("/Users"))
                .containsAll(active)
                .contains(inactive)
                .doesNotHaveDuplicates()
                .hasSize(http.total());
        assertThat(sailPoint.aggregate("/Groups")).contains(group).doesNotHaveDuplicates();
        assertThat(workspace.auditTotal()).isEqualTo(entries);
    }

    @Test
    void reads_whereOnlyOneSwitchIsOn() {
        String id = http.idOfNew(Person.random());
        workspace.settings("{\"automaticProvisioning\":false}");

        readsWhatTheServiceCanDo();
        assertThat(sailPoint.aggregate("/Users")).contains(id);
        http.post("/Users", Person.random().document()).isScimError(403);
    }
}
