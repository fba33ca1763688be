package org.cortexscim.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cortexscim.scim.ScimException;

/** What belongs together in a pause: that there is one, when it ends, and why there is one. */
@ApplicationScoped
class Pauses {
    static final List<Setting> SETTINGS = List.of(Setting.PAUSED, Setting.PAUSED_UNTIL, Setting.PAUSE_REASON);

    @Inject
    private Clock clock;

    /**
     * Adds to a change what follows from it for the pause.
     *
     * @param wanted the settings to change, with their values
     * @throws ScimException invalidValue when a pause would end in the past, or there is none to have an end or a reason
     */
    void complete(Map<Setting, Optional<String>> wanted, ProvisioningSettings before) {
        wanted.getOrDefault(Setting.PAUSED_UNTIL, Optional.empty()).ifPresent(this::requireFuture);
        boolean paused = wanted.getOrDefault(Setting.PAUSED, before.value(Setting.PAUSED))
                .filter("true"::equals)
                .isPresent();
        if (!paused) {
            requireNone(wanted, Setting.PAUSED_UNTIL);
            requireNone(wanted, Setting.PAUSE_REASON);
            wanted.put(Setting.PAUSED_UNTIL, Optional.empty());
            wanted.put(Setting.PAUSE_REASON, Optional.empty());
        }
    }

    private void requireFuture(String end) {
        if (!Instant.parse(end).isAfter(clock.instant())) {
            throw ScimException.invalidValue("'%s' must be in the future.".formatted(Setting.PAUSED_UNTIL.key()));
        }
    }

    private static void requireNone(Map<Setting, Optional<String>> wanted, Setting setting) {
        if (wanted.getOrDefault(setting, Optional.empty()).isPresent()) {
            throw ScimException.invalidValue(
                    "'%s' belongs to a pause: set 'paused' to true too.".formatted(setting.key()));
        }
    }
}
