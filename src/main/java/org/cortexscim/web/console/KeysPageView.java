package org.cortexscim.web.console;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cortexscim.access.keys.ApiKey;
import org.cortexscim.access.keys.ExpiryWindow;
import org.cortexscim.roles.RoleRef;

/**
 * The API keys.
 *
 * @param customRoles the names of custom roles by their tags
 * @param done what the change before has done; empty for none
 * @param now when the page is made
 */
public record KeysPageView(
        Shell shell,
        List<ApiKey> keys,
        Map<String, String> customRoles,
        Pager pager,
        Address address,
        Optional<KeyPanel> panel,
        String done,
        Instant now)
        implements View {
    /** What is open when a key is created; no key has this id. */
    static final String CREATION = "new";

    public KeysPageView {
        keys = List.copyOf(keys);
        customRoles = Map.copyOf(customRoles);
    }

    @Override
    public String template() {
        return "keys.jte";
    }

    /** The address of the form for a new key. */
    public String creation() {
        return address.open(CREATION);
    }

    /** A sentence about the change before; empty for none. */
    public String notice() {
        return switch (done) {
            case "rename" -> "The name and the description are saved.";
            case "complete" -> "The rotation is complete: the former secret has ended.";
            case "undo" -> "The rotation is undone: the new secret has ended, and the former one is valid again.";
            case "delete" -> "The key was deleted.";
            default -> "";
        };
    }

    public boolean isExpired(ApiKey key) {
        return key.isExpired(now);
    }

    public boolean expiresSoon(ApiKey key) {
        return key.expires().flatMap(end -> ExpiryWindow.of(end, now)).isPresent();
    }

    /** The role's name; a custom role that was deleted allows nothing. */
    public String name(RoleRef role) {
        return role.tag()
                .map(tag -> customRoles.getOrDefault(tag, tag + " (deleted)"))
                .orElseGet(
                        () -> role.name().charAt(0) + role.name().substring(1).toLowerCase(Locale.ROOT));
    }
}
