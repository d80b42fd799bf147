package dev.mitchbot.economy.settings;

import java.util.List;

/** Settings outside their limits, with the name of every field that is. */
public final class InvalidSettingsException extends IllegalArgumentException {
    private final transient List<String> fields;

    InvalidSettingsException(List<String> fields) {
        super("Outside their limits: " + String.join(", ", fields));
        this.fields = List.copyOf(fields);
    }

    public List<String> fields() {
        return fields;
    }
}
