package dev.mitchbot.contracts.reply;

import java.util.Optional;

/**
 * A button. A click on it comes back as a {@link dev.mitchbot.contracts.command.ButtonClick}.
 *
 * @param customId {@code <service>:<feature>:<anything>}, at most 100 characters, unique in the message
 * @param label at most 80 characters
 * @param emoji a Unicode emoji before the label
 */
public record Button(String customId, String label, Style style, boolean disabled, Optional<String> emoji) {
    /** A button that can be pressed, without an emoji. */
    public static Button of(Style style, String customId, String label) {
        return new Button(customId, label, style, false, Optional.empty());
    }

    /** The same button, greyed out where the condition holds. */
    public Button disabledIf(boolean condition) {
        return new Button(customId, label, style, condition, emoji);
    }

    /** Discord's button colours. */
    public enum Style {
        PRIMARY,
        SECONDARY,
        SUCCESS,
        DANGER
    }
}
