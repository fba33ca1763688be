package org.cortexscim.testing;

import java.net.URI;

/**
 * A running service.
 *
 * @param baseUrl without a slash at the end, such as {@code http://localhost:12345}
 * @param key an API key with the Admin role
 */
public record Service(URI baseUrl, String key) {

    /** The one that the build has started. */
    public static Service underTest() {
        return new Service(
                URI.create(System.getProperty("cortexscim.baseUrl", "http://localhost:9080")),
                System.getProperty("cortexscim.key", ""));
    }
}
