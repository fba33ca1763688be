package org.cortexscim.settings;

import org.jspecify.annotations.Nullable;

/**
 * An admin has changed a setting.
 *
 * @param before the old JSON value, null for none
 * @param after the new JSON value, null for none
 */
public record SettingChanged(
        Setting setting, @Nullable Object before, @Nullable Object after) {}
