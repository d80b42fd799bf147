package dev.mitchbot.contracts.reply;

import java.util.List;
import java.util.Optional;

/**
 * A Discord message as Mitchbot writes it. Mentions in it never ping anyone.
 *
 * @param content plain text, at most 2000 characters
 * @param embeds at most 10
 * @param rows at most 5 rows of buttons
 */
public record MessageBody(Optional<String> content, List<Embed> embeds, List<ButtonRow> rows) {
    public MessageBody {
        embeds = List.copyOf(embeds);
        rows = List.copyOf(rows);
    }

    /** A message of plain text. */
    public static MessageBody text(String content) {
        return new MessageBody(Optional.of(content), List.of(), List.of());
    }

    /** A message of one frame. */
    public static MessageBody of(Embed embed) {
        return new MessageBody(Optional.empty(), List.of(embed), List.of());
    }

    /** The same message with one row of at most 5 buttons, in the place of those that it had. */
    public MessageBody withRow(Button... buttons) {
        return new MessageBody(content, embeds, List.of(new ButtonRow(List.of(buttons))));
    }

    /** At most 5 buttons side by side. */
    public record ButtonRow(List<Button> buttons) {
        public ButtonRow {
            buttons = List.copyOf(buttons);
        }
    }
}
