package io.github.qlikconnections.model;

import org.jspecify.annotations.Nullable;

/**
 * What an administrator has set for a data source: the settings of the data-sources document.
 *
 * <p>Immutable.
 */
public final class DataSourceSettings {

    private final boolean disabled;

    private DataSourceSettings(boolean disabled) {
        this.disabled = disabled;
    }

    /**
     * Gathers the parts; the library does it itself, and stubs of it can.
     *
     * @param disabled true when it is switched off
     * @return the value
     */
    public static DataSourceSettings of(boolean disabled) {
        return new DataSourceSettings(disabled);
    }

    /**
     * Whether connections to it cannot be made.
     *
     * @return true when it is switched off
     */
    public boolean disabled() {
        return disabled;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DataSourceSettings that && disabled == that.disabled;
    }

    @Override
    public int hashCode() {
        return Boolean.hashCode(disabled);
    }

    /** Enabled or disabled. */
    @Override
    public String toString() {
        return disabled ? "disabled" : "enabled";
    }
}
