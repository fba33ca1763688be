package org.cortexscim.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cortexscim.access.address.ClientAddress;
import org.cortexscim.access.address.IpAddress;
import org.cortexscim.json.JsonText;
import org.cortexscim.roles.Permission;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.storage.Seal;
import org.jspecify.annotations.Nullable;

/**
 * The credential with which this service tries itself out for a caller, over HTTP: for a minute it stands for that caller,
 * with the same permissions and address. It is sealed, so that only a node of this service can make one, and no API key is
 * used by it.
 */
@ApplicationScoped
public class TestPass {
    private static final String PREFIX = "cortexscim-test-";
    private static final String HEADER = "Bearer " + PREFIX;
    private static final Duration VALIDITY = Duration.ofMinutes(1);
    private static final byte[] BINDING = "connection test".getBytes(StandardCharsets.UTF_8);

    @Inject
    private Seal seal;

    @Inject
    private Clock clock;

    /** Who sends the requests of a test, and from where. */
    record Bearer(Caller caller, String address) {}

    /** The value of an Authorization header that stands for the caller at this address. */
    public String authorization(Caller caller, String address) {
        ScimObject content = ScimObject.of(
                        "until", clock.instant().plus(VALIDITY).toString())
                .with("address", address)
                .with("type", caller.type().name())
                .with("identifier", caller.identifier())
                .with("name", caller.name())
                .with(
                        "permissions",
                        caller.permissions().stream().map(Permission::name).collect(Collectors.joining(" ")))
                .with("userId", caller.userId().orElse(null));
        return HEADER + seal.close(JsonText.print(content), BINDING);
    }

    /** The address that a test is made from; empty for every other request. */
    Optional<ClientAddress> address(@Nullable String authorization) {
        return bearer(authorization)
                .flatMap(bearer -> IpAddress.parse(bearer.address()))
                .map(ClientAddress::direct);
    }

    /** Who makes the test; empty for every other request, and for a pass that has ended. */
    Optional<Bearer> bearer(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(HEADER)) {
            return Optional.empty();
        }
        return seal.open(authorization.substring(HEADER.length()), BINDING)
                .flatMap(JsonText::findObject)
                .filter(content -> clock.instant().isBefore(Instant.parse(text(content, "until"))))
                .map(content -> new Bearer(caller(content), text(content, "address")));
    }

    private static Caller caller(ScimObject content) {
        return new Caller(
                Caller.Type.valueOf(text(content, "type")),
                text(content, "identifier"),
                text(content, "name"),
                Stream.of(text(content, "permissions").split(" "))
                        .map(Permission::valueOf)
                        .collect(Collectors.toSet()),
                content.text("userId"),
                Optional.empty());
    }

    private static String text(ScimObject content, String name) {
        return content.text(name).orElseThrow();
    }
}
