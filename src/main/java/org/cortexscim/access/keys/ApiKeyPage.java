package org.cortexscim.access.keys;

import java.util.List;

/**
 * Some of the keys.
 *
 * @param total how many there are in all
 */
public record ApiKeyPage(List<ApiKey> keys, long total) {
    public ApiKeyPage {
        keys = List.copyOf(keys);
    }
}
