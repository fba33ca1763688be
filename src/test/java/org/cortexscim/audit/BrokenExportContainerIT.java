package org.cortexscim.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.cortexscim.Deployments;
import org.cortexscim.access.keys.ApiKeys;
import org.cortexscim.access.keys.NewApiKey;
import org.cortexscim.roles.Authority;
import org.cortexscim.roles.BuiltInRole;
import org.cortexscim.roles.RoleRef;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An export that fails in the middle is not taken for a whole file. */
@ArquillianTest
class BrokenExportContainerIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int ENTRIES = 600;

    @Inject
    private AuditStore store;

    @Inject
    private ApiKeys keys;

    @Inject
    private UserTransaction transaction;

    @Resource(lookup = "jdbc/cortex")
    private DataSource database;

    private final String actor = UUID.randomUUID() + "@example.com";

    @Deployment
    static WebArchive product() {
        return Deployments.productWith(BrokenExportContainerIT.class);
    }

    @BeforeEach
    void givenEntries() throws Exception {
        insert();
    }

    /** Other tests read the same log. */
    @AfterEach
    void repair() throws Exception {
        set("{}", "entry 0");
        set("{}", "entry " + (ENTRIES - 1));
    }

    @Test
    void saysSoInTheLastLine_whenALaterEntryCannotBeRead() throws Exception {
        assertThat(export("csv").body()).doesNotContain("EXPORT FAILED").contains("entry 0");
        assertThat(export("jsonl").body().lines()).hasSize(ENTRIES);

        set("{", "entry 0");

        assertBrokenOff("csv", "EXPORT FAILED");
        assertBrokenOff("jsonl", "{\"error\":\"EXPORT FAILED");
    }

    @Test
    void answersAnError_whenTheFirstEntriesCannotBeRead() throws Exception {
        set("{", "entry " + (ENTRIES - 1));

        HttpResponse<String> answer = export("csv");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("requestId").doesNotContain("entry");
    }

    private void assertBrokenOff(String format, String begin) throws Exception {
        List<String> lines = export(format).body().lines().toList();
        assertThat(lines).hasSizeBetween(500, ENTRIES);
        assertThat(lines.get(lines.size() - 1)).startsWith(begin);
    }

    private void insert() throws Exception {
        Instant start = Instant.now();
        transaction.begin();
        for (int i = 0; i < ENTRIES; i++) {
            store.insert(Entries.by(actor, "entry " + i, start.plusMillis(i)));
        }
        transaction.commit();
    }

    private void set(String details, String object) throws Exception {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update audit_log set details = ? where actor_email = ? and object_identifier = ?")) {
            update.setString(1, details);
            update.setString(2, actor);
            update.setString(3, object);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private HttpResponse<String> export(String format) throws IOException, InterruptedException {
        String key = keys.create(
                        NewApiKey.named("test", Set.of(RoleRef.builtIn(BuiltInRole.ADMIN))),
                        new Authority(BuiltInRole.ADMIN.permissions()))
                .secret();
        URI uri = URI.create("http://localhost:" + System.getProperty("HTTP_PORT")
                + "/api/v1/audit-logs/export?actorEmails=" + actor + "&format=" + format);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + key)
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
