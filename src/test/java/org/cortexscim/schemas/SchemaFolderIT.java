package org.cortexscim.schemas;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.cortexscim.testing.LibertyProcess;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Extensions that come with the deployment: SCIM_EXTENSION_SCHEMAS. */
class SchemaFolderIT {
    private static final String URN = "urn:acme:badge:1.0:User";

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void startsWithTheExtensionsOfTheFolder_orNotAtAll(@TempDir Path home, @TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("README.txt"), "no schema");
        Path badge = Files.writeString(folder.resolve("badge.json"), """
                {"id": "%s", "attributes": [{"name": "number", "required": true}]}""".formatted(URN));
        try (LibertyProcess server = new LibertyProcess(home)) {
            server.with("SCIM_EXTENSION_SCHEMAS", folder);
            server.startInVain("SCIM_EXTENSION_SCHEMAS: %s is refused. Attribute 'number': 'required' must be false"
                    .formatted(badge));

            Files.writeString(badge, """
                    {"id": "%s", "attributes": [{"name": "number", "type": "integer"}]}""".formatted(URN));
            server.start();

            Workspace workspace = Workspace.of(server.service());
            workspace.reset();
            ScimClient.of(server.service()).get("/Schemas/" + URN).hasStatus(200);
            workspace.lastChangeOf(URN).isSchema("CREATE", URN);
        }
    }
}
