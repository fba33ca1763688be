package org.cortexscim.access.address;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The proxies that are believed when they tell who sent a request: {@code TRUSTED_PROXIES}, addresses and ranges with
 * commas between them. No proxy is trusted until it is set.
 */
@ApplicationScoped
public class TrustedProxies {
    static final String VARIABLE = "TRUSTED_PROXIES";

    @Inject
    @ConfigProperty(name = VARIABLE)
    private Optional<String> configured;

    private Forwarding forwarding = new Forwarding(new IpRanges(List.of()));

    @PostConstruct
    void read() {
        forwarding = new Forwarding(new IpRanges(ranges(configured.orElse(""))));
    }

    /** With a list that cannot be read the application does not start. */
    void begin(@Observes Startup startup) {
        // Being called is enough: the list has been read.
    }

    /**
     * The sender of the request.
     *
     * @throws ForwardingException when a trusted proxy sends a malformed header, or two headers that contradict
     */
    public ClientAddress caller(HttpServletRequest request) {
        return forwarding.caller(ClientAddress.peer(request), name -> Collections.list(request.getHeaders(name)));
    }

    static List<IpRange> ranges(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(element -> !element.isEmpty())
                .map(TrustedProxies::range)
                .toList();
    }

    private static IpRange range(String text) {
        try {
            IpRange range = IpRange.parse(text);
            if (range.isEverything()) {
                throw new IllegalArgumentException("'" + text
                        + "' covers every address, so any caller could claim to be another. List only your proxies.");
            }
            return range;
        } catch (IllegalArgumentException refusal) {
            throw new IllegalStateException(VARIABLE + ": " + refusal.getMessage(), refusal);
        }
    }
}
