package org.cortexscim.access.address;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The address of the service as clients know it: PUBLIC_URL, or what the request and trusted proxies tell. */
@RequestScoped
public class PublicUrl {
    @Inject
    private HttpServletRequest request;

    @Inject
    @ConfigProperty(name = "PUBLIC_URL")
    private Optional<String> configured;

    /** The root without a slash at the end, such as {@code https://host}. */
    public String root() {
        String origin = configured
                .map(url -> url.replaceAll("/+$", ""))
                .orElseGet(() -> ClientAddress.of(request).origin(request));
        return origin + request.getContextPath();
    }

    /** Whether clients use HTTPS. */
    public boolean isSecure() {
        return root().startsWith("https:");
    }
}
