package org.cortexscim.setup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.cortexscim.access.CurrentCaller;
import org.cortexscim.access.TestPass;
import org.cortexscim.settings.ProvisioningSettings;
import org.cortexscim.settings.WorkspaceSettings;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tries out what an identity provider does, with the caller's own permissions, through this server's HTTP port. The
 * request log marks the requests, the audit log the changes; the user that is created is deleted again.
 */
@ApplicationScoped
public class ConnectionTest {
    @Inject
    private WorkspaceSettings settings;

    @Inject
    private CurrentCaller current;

    @Inject
    private TestPass pass;

    @Inject
    @ConfigProperty(name = "HTTP_HOST", defaultValue = "localhost")
    private String host;

    @Inject
    @ConfigProperty(name = "HTTP_PORT", defaultValue = "9080")
    private String port;

    /** Sends the requests, one after the other, up to the first that fails. */
    public ConnectionReport run() {
        TestRun run = new TestRun(
                "http://%s:%s/scim/v2".formatted(ownHost(), port),
                pass.authorization(current.caller().orElseThrow(), current.address()),
                "connection-test-%s@cortex-scim.invalid".formatted(UUID.randomUUID()));
        Optional<String> note = obstacle();
        if (run.testCredentials() && note.isEmpty()) {
            run.liveAUsersLife();
        }
        return new ConnectionReport(run.steps(), note);
    }

    /** The server listens on one interface or on all; an IPv6 address is in brackets in a URL (RFC 3986 §3.2.2). */
    private String ownHost() {
        if (host.equals("*")) {
            return "localhost";
        }
        return host.contains(":") ? "[" + host + "]" : host;
    }

    /** Without all of this a test could not delete again what it has created. */
    private Optional<String> obstacle() {
        ProvisioningSettings now = settings.current();
        if (now.paused()) {
            return Optional.of("No user was created, because provisioning is paused.");
        }
        return now.automaticProvisioning() && now.automaticDeprovisioning()
                ? Optional.empty()
                : Optional.of(
                        "No user was created: that takes both automatic provisioning and automatic deprovisioning.");
    }
}
