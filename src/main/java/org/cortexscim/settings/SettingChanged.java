package org.cortexscim.settings;

import org.jspecify.annotations.Nullable;

/**
 * An admin has changed a setting.
 *
 * @param before the old value as text, null for none
 * @param after the new value as text, null for none
 */
public record SettingChanged(
        Setting setting, @Nullable String before, @Nullable String after) {}
