package org.cortexscim.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
    private Event<SettingChanged> changes;

    private final Remembered<ProvisioningSettings> latest = new Remembered<>(this::load);

    /** The settings in force; at most a second old. */
    public ProvisioningSettings current() {
        return latest.current();
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
     * Changes the settings that the document names; the others stay as they are.
     *
     * @return all settings after the change
     * @throws ScimException invalidValue when a name or a value is not a setting's, and then nothing is changed
     */
    @InTransaction
    public ProvisioningSettings change(ScimObject document) {
        List<Change> wanted = new ArrayList<>();
        document.forEach((key, value) -> {
            Setting setting = Setting.named(key)
                    .orElseThrow(() -> ScimException.invalidValue(
                            "'%s' is not a setting; see GET /api/v1/scim/settings.".formatted(key)));
            wanted.add(new Change(setting, setting.checked(value)));
        });
        // In one order, so that two changes do not wait for each other; what is read next is what they replace.
        wanted.stream().map(Change::setting).sorted().forEach(store::lock);
        ProvisioningSettings before = load();
        wanted.stream()
                .filter(change -> !change.value().equals(before.value(change.setting())))
                .forEach(change -> apply(change, before));
        return load();
    }

    private ProvisioningSettings load() {
        return new ProvisioningSettings(store.all());
    }

    private record Change(Setting setting, Optional<String> value) {}

    private void apply(Change change, ProvisioningSettings before) {
        change.value()
                .ifPresentOrElse(value -> store.put(change.setting(), value), () -> store.remove(change.setting()));
        String key = change.setting().key();
        changes.fire(new SettingChanged(
                change.setting(), before.document().get(key), ProvisioningSettings.json(change.value())));
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) SettingChanged change) {
        latest.forget();
    }

    void forgetAll(@Observes CachesForgotten event) {
        latest.forget();
    }
}
