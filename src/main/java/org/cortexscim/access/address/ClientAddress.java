package org.cortexscim.access.address;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * The address that sent a request, and the URL it was sent to, as far as this server's peer or the trusted proxies tell.
 *
 * @param scheme the scheme between the caller and the first proxy, http or https; empty when no proxy reports it
 * @param host the host that the caller sent the request to, possibly with a port; empty when no proxy reports it
 */
public record ClientAddress(IpAddress address, Optional<String> scheme, Optional<String> host) {
    private static final String ATTRIBUTE = ClientAddress.class.getName();

    /** Of a caller without a proxy in between. */
    public static ClientAddress direct(IpAddress peer) {
        return new ClientAddress(peer, Optional.empty(), Optional.empty());
    }

    /** The request's caller; before {@link #keep} that is this server's peer. */
    public static ClientAddress of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof ClientAddress known ? known : direct(peer(request));
    }

    /** Lets everything that asks for the request's caller know this one. */
    public void keep(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** The scheme, host and port that the caller sent the request to, such as {@code https://scim.example.com}. */
    public String origin(HttpServletRequest request) {
        String url = request.getRequestURL().toString();
        String own = url.substring(0, url.length() - request.getRequestURI().length());
        String authority = own.substring(own.indexOf("://") + 3);
        return scheme.orElseGet(request::getScheme) + "://" + host.orElse(authority);
    }

    boolean isSameCaller(ClientAddress other) {
        return address.equals(other.address);
    }

    static IpAddress peer(HttpServletRequest request) {
        // A link-local address comes with the name of this machine's interface.
        String address = request.getRemoteAddr().replaceFirst("%.*", "");
        return IpAddress.parse(address)
                .orElseThrow(() -> new IllegalStateException("The peer of the connection has no IP address."));
    }
}
