package org.cortexscim.setup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cortexscim.access.address.IpAddress;
import org.cortexscim.access.allowlist.Allowlist;
import org.cortexscim.access.allowlist.IpAllowlist;
import org.cortexscim.access.keys.ApiKey;
import org.cortexscim.access.keys.ApiKeys;
import org.cortexscim.access.keys.BootstrapKey;
import org.cortexscim.access.requests.LastRequests;
import org.cortexscim.access.requests.LoggedRequest;
import org.cortexscim.access.requests.RequestStatistics;
import org.cortexscim.overview.TimeSpan;
import org.cortexscim.roles.Permission;
import org.cortexscim.roles.Roles;
import org.cortexscim.settings.ProvisioningSettings;
import org.cortexscim.settings.WorkspaceSettings;
import org.cortexscim.storage.InTransaction;

/** How far an identity provider is set up: what is configured here, and which of its requests have been seen. */
@ApplicationScoped
public class SetupProgress {
    private static final int KEYS = 100;

    @Inject
    private WorkspaceSettings settings;

    @Inject
    private ApiKeys keys;

    @Inject
    private Roles roles;

    @Inject
    private IpAllowlist allowlist;

    @Inject
    private RequestStatistics requests;

    /** The steps, in the order in which they are done. */
    @InTransaction(readOnly = true)
    public List<SetupStep> steps() {
        Map<String, LastRequests> newest = requests.newest();
        LastRequests all = newest.values().stream().reduce(LastRequests.NONE, LastRequests::and);
        LastRequests searches = of(newest, "USER_SEARCH", "GROUP_SEARCH", "DISCOVER", "SEARCH");
        List<SetupStep> steps = new ArrayList<>();
        steps.add(switches(settings.current()));
        steps.add(key());
        steps.add(addresses(allowlist.stored()));
        steps.add(seen("First request", all, "Nobody has called with a key yet."));
        steps.add(seen(
                "Credentials tested",
                searches,
                "Test the credentials at the identity provider: it searches for a user."));
        steps.add(seen("First user created", of(newest, "USER_CREATE"), "Assign a person to the app."));
        steps.add(latest(all));
        return steps;
    }

    private static LastRequests of(Map<String, LastRequests> newest, String... actions) {
        return Stream.of(actions)
                .map(action -> newest.getOrDefault(action, LastRequests.NONE))
                .reduce(LastRequests.NONE, LastRequests::and);
    }

    private static SetupStep switches(ProvisioningSettings now) {
        if (now.automaticProvisioning() && now.automaticDeprovisioning()) {
            return done("Switches on", "Automatic provisioning and deprovisioning are on.");
        }
        String missing = now.automaticProvisioning()
                ? "Automatic deprovisioning is off: people who leave keep their access."
                : now.automaticDeprovisioning()
                        ? "Automatic provisioning is off: nobody is created."
                        : "Both are off, and every request is refused.";
        return new SetupStep("Switches on", SetupStep.State.OPEN, missing, Optional.empty());
    }

    private SetupStep key() {
        Optional<ApiKey> key = keys.page(0, KEYS).keys().stream()
                .filter(candidate -> !candidate.cid().equals(BootstrapKey.CID))
                .filter(candidate -> roles.permissionsOf(candidate.roles()).contains(Permission.CONFIGURE_SCIM))
                .findFirst();
        return key.map(found -> done(
                        "API key for the identity provider",
                        "The key '%s' has the permission."
                                .formatted(found.label().name())))
                .orElseGet(() -> new SetupStep(
                        "API key for the identity provider",
                        SetupStep.State.OPEN,
                        "Create a key with the Admin role, or with a custom role that has the permission '%s'."
                                .formatted(Permission.CONFIGURE_SCIM.label()),
                        Optional.empty()));
    }

    private SetupStep addresses(Allowlist list) {
        if (list.entries().isEmpty()) {
            return done("Addresses allowed", "The IP allowlist is empty: every address is allowed.");
        }
        Optional<LoggedRequest> refused = requests.lastFromElsewhere()
                .filter(request ->
                        IpAddress.parse(request.address()).filter(list::admits).isEmpty());
        return refused.map(request -> new SetupStep(
                        "Addresses allowed",
                        SetupStep.State.FAILED,
                        "A request from %s was refused at %s: the IP allowlist does not cover this address. Add it if it is the"
                                        .formatted(request.address(), TimeSpan.minute(request.time()))
                                + " identity provider's.",
                        Optional.of(request.requestId())))
                .orElseGet(
                        () -> done(
                                "Addresses allowed",
                                "The IP allowlist has entries, and no request was refused for its address in the last 7 days."));
    }

    private static SetupStep seen(String title, LastRequests requests, String toDo) {
        if (requests.fails()) {
            return requests.failure().map(request -> failed(title, request)).orElseThrow();
        }
        return requests.success()
                .map(request -> new SetupStep(
                        title,
                        SetupStep.State.DONE,
                        "Seen at %s.".formatted(TimeSpan.minute(request.time())),
                        Optional.of(request.requestId())))
                .orElseGet(() ->
                        new SetupStep(title, SetupStep.State.NOT_SEEN, "Not seen yet. " + toDo, Optional.empty()));
    }

    private static SetupStep latest(LastRequests all) {
        return all.failure()
                .map(request -> all.fails()
                        ? failed("Last request", request)
                        : new SetupStep(
                                "Last request",
                                SetupStep.State.DONE,
                                "It succeeded. The last error before it was at %s: %s"
                                        .formatted(
                                                TimeSpan.minute(request.time()),
                                                request.detail().orElse("the server could not say why.")),
                                Optional.of(request.requestId())))
                .orElseGet(() -> seen("Last request", all, ""));
    }

    private static SetupStep failed(String title, LoggedRequest request) {
        return new SetupStep(
                title,
                SetupStep.State.FAILED,
                "Failed at %s: %s %s"
                        .formatted(
                                TimeSpan.minute(request.time()),
                                request.detail().orElse("The server could not say why."),
                                request.reason().map(reason -> reason.action()).orElse("")),
                Optional.of(request.requestId()));
    }

    private static SetupStep done(String title, String detail) {
        return new SetupStep(title, SetupStep.State.DONE, detail, Optional.empty());
    }
}
