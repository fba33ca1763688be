package org.cortexscim.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.KeyDesk;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.PostgresSession;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A request that is refused waits for no write: neither its line in the request log nor a key's last use. Only
 * PostgreSQL can be asked to let everybody read and nobody write.
 */
@ExtendWith(FreshWorkspace.class)
@EnabledIfSystemProperty(named = "cortexscim.database", matches = "postgresql")
class RefusalCostIT {
    private final ScimClient scim = ScimClient.ofServiceUnderTest();

    @Test
    void refusesWhileNobodyCanWrite() throws SQLException {
        Workspace.ofServiceUnderTest().settings("{\"automaticProvisioning\": false}");
        KeyDesk desk = KeyDesk.ofServiceUnderTest();
        String weak = desk.createWith("VIEWER").text("apiKey");
        ScimClient viewer = scim.with("Authorization", "Bearer " + weak);
        ScimClient stranger = scim.with("Authorization", "Bearer " + "x".repeat(43));

        try (Connection connection = PostgresSession.connection()) {
            connection.setAutoCommit(false);
            lockAgainstWrites(connection);
            assertThatThrownBy(RefusalCostIT::writeInVain).hasMessageContaining("lock timeout");

            stranger.get("/Users").hasStatus(401);
            scim.without("Authorization").get("/Users").hasStatus(401);
            viewer.get("/Users").hasStatus(403);
            desk.with(weak).get("akbootstrap").hasStatus(403);
            scim.post("/Users", Person.random().document()).hasStatus(403);
            scim.get("/Users/unknown").hasStatus(404);
            scim.get("/Users?filter=none").hasStatus(400);
            connection.rollback();
        }
    }

    private static void lockAgainstWrites(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select table_name from information_schema.tables where table_schema = 'public'")) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        assertThat(tables).contains("request_log", "api_key", "audit_log");
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table " + String.join(", ", tables) + " in share mode");
        }
    }

    private static void writeInVain() throws SQLException {
        try (Connection other = PostgresSession.connection();
                Statement statement = other.createStatement()) {
            statement.execute("set lock_timeout = '100ms'");
            statement.execute("delete from request_log where id = 'none'");
        }
    }
}
