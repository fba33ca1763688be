package org.cortexscim.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.tools.attach.VirtualMachine;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import javax.management.JMX;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.TokenIssuer;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an operator sees and does with any JMX client on the server's own machine, such as JConsole. */
@ExtendWith(FreshWorkspace.class)
class JmxIT {
    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private VirtualMachine machine;
    private JMXConnector connector;
    private MBeanServerConnection beans;
    private ServiceMXBean service;

    /** The address is that of the agent in the server that was attached. */
    @BeforeEach
    @SuppressWarnings("BanJNDI")
    void connect() throws Exception {
        Path pid = Path.of(System.getProperty("cortexscim.wlp"), "usr/servers/.pid")
                .resolve(System.getProperty("cortexscim.server") + ".pid");
        machine = VirtualMachine.attach(Files.readString(pid).trim());
        connector = JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
        beans = connector.getMBeanServerConnection();
        service = JMX.newMXBeanProxy(beans, new ObjectName("org.cortexscim:type=Service"), ServiceMXBean.class);
    }

    @AfterEach
    void disconnect() throws IOException {
        connector.close();
        machine.detach();
    }

    @Test
    void showsTheKeyFigures() {
        long created = service.getUsersCreated();
        long deactivated = service.getUsersDeactivated();
        long deleted = service.getUsersDeleted();
        workspace.settings("{\"seatLimit\": 77}");

        String id = http.idOfNew(Person.random());
        assertThat(service.getActiveSeats()).isEqualTo(workspace.seatsUsed());
        http.patchUser(id, "{\"op\":\"replace\",\"value\":{\"active\":false}}").hasStatus(200);
        http.delete("/Users/" + id).hasStatus(204);

        assertThat(service.getUsersCreated()).isEqualTo(created + 1);
        assertThat(service.getUsersDeactivated()).isEqualTo(deactivated + 1);
        assertThat(service.getUsersDeleted()).isEqualTo(deleted + 1);
        assertThat(service.getSeatLimit()).isEqualTo(77);
        assertThat(service.getVersion())
                .isEqualTo(
                        workspace.http().get("//api/v1/version").hasStatus(200).text("version"))
                .matches("[0-9]+\\.[0-9]+\\.[0-9]+(-SNAPSHOT)?");
        assertThat(service.isScimOn()).isTrue();
        assertThat(service.isReady()).isTrue();
        assertThat(service.getRequestsInProgress()).isNotNegative();
        workspace.settings("{\"seatLimit\": null}");
        assertThat(service.getSeatLimit()).isEqualTo(-1);
    }

    @Test
    void pausesProvisioning_soThatIdentityProvidersTryAgain() {
        service.pauseProvisioning();

        assertThat(service.isPaused()).isTrue();
        Answer refused = http.post("/Users", Person.random().document());
        assertThat(refused.hasStatus(429).header("Retry-After")).hasValue("60");
        assertThat(refused.body()).contains("Provisioning is paused");
        http.get("/Users?count=1").hasStatus(200);
        http.post("/Users/.search", "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"]}")
                .hasStatus(200);
        JsonObject entry = workspace.audit("paused").get(0);
        assertThat(entry.getJsonObject("details").toString()).contains("\"before\":false", "\"after\":true");

        service.pauseProvisioning("2099-01-01T00:00:00Z", "Move");
        assertThat(service.getPausedUntil()).isEqualTo("2099-01-01T00:00:00Z");
        assertThat(service.getPauseReason()).isEqualTo("Move");
        assertThatThrownBy(() -> service.pauseProvisioning("2020-01-01T00:00:00Z", ""))
                .hasMessageContaining("'pausedUntil' must be in the future.");

        service.resumeProvisioning();

        assertThat(service.isPaused()).isFalse();
        assertThat(service.getPauseReason()).isEmpty();
        http.idOfNew(Person.random());
    }

    @Test
    void forgetsTheIssuersKeys() throws Exception {
        String token = TokenIssuer.token("stranger@example.com", "ADMIN");
        ScimClient stranger = http.with("Authorization", "Bearer " + token);
        whileTheIssuerAnswers(stranger);
        stranger.get("/Users?count=1").hasStatus(200);

        service.forgetCaches();

        stranger.get("/Users?count=1").hasStatus(401);
        whileTheIssuerAnswers(stranger);
    }

    /** The lines of the log follow each other as the requests do. */
    @Test
    void changesTheLevelOfTheLog() throws Exception {
        String before = service.getLogLevel();
        assertThat(before).isEqualTo("INFO");

        service.setLogLevel("WARNING");
        String unlogged = refused();
        assertThat(service.getLogLevel()).isEqualTo("WARNING");
        service.setLogLevel(before);
        String logged = refused();

        assertThat(logUpTo(logged)).doesNotContain(unlogged);
        assertThatThrownBy(() -> service.setLogLevel("LOUD")).hasStackTraceContaining("LOUD");
        assertThat(service.getLogLevel()).isEqualTo(before);
    }

    @Test
    void isTheOnlyBeanOfTheApplication_andThereIsNoRemoteConnector() throws Exception {
        assertThat(beans.queryNames(new ObjectName("org.cortexscim:*"), null)).hasSize(1);
        assertThat(beans.queryNames(new ObjectName("WebSphere:feature=restConnector,*"), null))
                .isEmpty();
    }

    /** The log has a bounded number of refusals for each address, of which other tests have taken most of this one's. */
    private String refused() {
        return http.with("X-Forwarded-For", "198.51.100.77")
                .get("/Users/nobody")
                .hasStatus(404)
                .header("X-Request-Id")
                .orElseThrow();
    }

    private static String logUpTo(String text) throws Exception {
        Path log = Path.of(System.getProperty("cortexscim.wlp"), "usr/servers")
                .resolve(System.getProperty("cortexscim.server"))
                .resolve("logs/messages.log");
        Instant latest = Instant.now().plus(Duration.ofMinutes(1));
        while (!Files.readString(log).contains(text)) {
            assertThat(Instant.now()).as("the log has " + text).isBefore(latest);
            Thread.sleep(100);
        }
        return Files.readString(log);
    }

    private static void whileTheIssuerAnswers(ScimClient client) throws IOException, InterruptedException {
        TokenIssuer issuer = new TokenIssuer();
        try {
            Instant latest = Instant.now().plus(Duration.ofMinutes(1));
            while (client.get("/Users?count=1").status() != 200) {
                assertThat(Instant.now()).isBefore(latest);
                Thread.sleep(200);
            }
        } finally {
            issuer.close();
        }
    }
}
