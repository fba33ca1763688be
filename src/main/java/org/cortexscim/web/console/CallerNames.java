package org.cortexscim.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.cortexscim.access.keys.ApiKeys;

/** Says who a caller in a log is: the name of an API key, while it is there. A page has few callers. */
@RequestScoped
public class CallerNames {
    @Inject
    private ApiKeys keys;

    private final Map<String, String> known = new HashMap<>();

    /** The name of the key with this cid and the cid; anything else as it is. */
    public String of(String caller) {
        return known.computeIfAbsent(
                caller,
                cid -> keys.find(cid)
                        .map(key -> "%s (%s)".formatted(key.label().name(), cid))
                        .orElse(cid));
    }
}
