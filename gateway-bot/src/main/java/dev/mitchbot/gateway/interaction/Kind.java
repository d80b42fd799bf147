package dev.mitchbot.gateway.interaction;

import java.util.Locale;

/** What a member can do with the bot. */
public enum Kind {
    COMMAND,
    CLICK,
    AUTOCOMPLETE;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
