package dev.mitchbot.contracts.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A framed part of a message.
 *
 * @param title at most 256 characters
 * @param description at most 4096 characters
 * @param color the bar on the left, 0xRRGGBB
 * @param fields at most 25
 * @param footer at most 2048 characters
 */
public record Embed(
        Optional<String> title, Optional<String> description, int color, List<Field> fields, Optional<String> footer) {
    public Embed {
        fields = List.copyOf(fields);
    }

    /**
     * A frame with a text, and nothing else.
     *
     * @param color the bar on the left, 0xRRGGBB
     */
    public static Embed of(int color, String description) {
        return new Embed(Optional.empty(), Optional.of(description), color, List.of(), Optional.empty());
    }

    /** The same frame with this title. */
    public Embed titled(String newTitle) {
        return new Embed(Optional.of(newTitle), description, color, fields, footer);
    }

    /** The same frame with this line at its foot. */
    public Embed withFooter(String newFooter) {
        return new Embed(title, description, color, fields, Optional.of(newFooter));
    }

    /** The same frame with one more field behind the others. */
    public Embed with(Field field) {
        List<Field> all = new ArrayList<>(fields);
        all.add(field);
        return new Embed(title, description, color, all, footer);
    }

    /**
     * A named value.
     *
     * @param name at most 256 characters
     * @param value at most 1024 characters
     * @param inline whether it may stand beside the next one
     */
    public record Field(String name, String value, boolean inline) {}
}
