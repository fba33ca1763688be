package org.cortexscim.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.storage.CachesForgotten;
import org.cortexscim.storage.InTransaction;
import org.cortexscim.storage.Remembered;

/** Reads and changes the workspace's settings. */
@ApplicationScoped
public class WorkspaceSettings {
    @Inject
    private SettingStore store;

    @Inject
    private Pauses pauses;

    @Inject
    private Clock clock;

    @Inject
    private Event<SettingChanged> changes;

    private final Remembered<ProvisioningSettings> latest = new Remembered<>(this::load);

    /** The settings in force; at most a second old. A pause that has a time is over at that time. */
    public ProvisioningSettings current() {
        ProvisioningSettings stored = latest.current();
        return stored.pauseIsOver(clock.instant()) ? stored.resumed() : stored;
    }

    /**
     * The seat limit, locked until this transaction ends: seats are assigned one after the other.
     */
    public OptionalInt lockSeatLimit() {
        return store.lock(Setting.SEAT_LIMIT).stream()
                .mapToInt(Integer::parseInt)
                .findFirst();
    }

    /**
     * Tells whether role provisioning is on, and locks the setting until this transaction ends: changes that
     * could cost the workspace its last Admin follow each other.
     */
    public boolean lockRoleProvisioning() {
        return store.lock(Setting.ROLE_PROVISIONING).filter("true"::equals).isPresent();
    }

    /**
     * Changes the settings that the document names; the others stay as they are. The end of a pause takes its time and its
     * reason with it.
     *
     * @return all settings after the change
     * @throws ScimException invalidValue when a name or a value is not a setting's, and then nothing is changed
     */
    @InTransaction
    public ProvisioningSettings change(ScimObject document) {
        Map<Setting, Optional<String>> wanted = new EnumMap<>(Setting.class);
        document.forEach((key, value) -> {
            Setting setting = Setting.named(key)
                    .orElseThrow(() -> ScimException.invalidValue(
                            "'%s' is not a setting; see GET /api/v1/scim/settings.".formatted(key)));
            wanted.put(setting, setting.checked(value));
        });
        endPauseInTime(wanted.keySet());
        ProvisioningSettings before = load();
        pauses.complete(wanted, before);
        apply(wanted, before);
        return load();
    }

    /** Ends a pause whose time is over: nothing else does, except the next change of a setting. */
    @InTransaction
    public void endPauseInTime() {
        if (latest.current().pauseIsOver(clock.instant())) {
            endPauseInTime(Set.of());
        }
    }

    /** In one order, so that two changes do not wait for each other; what is read next is what they replace. */
    private void endPauseInTime(Set<Setting> more) {
        Set<Setting> locked = EnumSet.copyOf(Pauses.SETTINGS);
        locked.addAll(more);
        locked.forEach(store::lock);
        ProvisioningSettings before = load();
        if (before.pauseIsOver(clock.instant())) {
            Map<Setting, Optional<String>> end = new EnumMap<>(Setting.class);
            Pauses.SETTINGS.forEach(setting -> end.put(setting, before.resumed().value(setting)));
            apply(end, before);
        }
    }

    private void apply(Map<Setting, Optional<String>> wanted, ProvisioningSettings before) {
        wanted.forEach((setting, value) -> {
            if (!value.equals(before.value(setting))) {
                put(setting, value, before);
            }
        });
    }

    private ProvisioningSettings load() {
        return new ProvisioningSettings(store.all());
    }

    private void put(Setting setting, Optional<String> value, ProvisioningSettings before) {
        value.ifPresentOrElse(text -> store.put(setting, text), () -> store.remove(setting));
        changes.fire(new SettingChanged(
                setting, before.document().get(setting.key()), ProvisioningSettings.json(setting, value)));
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) SettingChanged change) {
        latest.forget();
    }

    void forgetAll(@Observes CachesForgotten event) {
        latest.forget();
    }
}
