package dev.mitchbot.contracts.reply;

import dev.mitchbot.contracts.command.Interaction;
import java.util.List;

/**
 * The answer to an autocomplete.
 *
 * @param choices at most 25
 */
public record Suggestions(Interaction interaction, List<Choice> choices) implements Reply {
    public Suggestions {
        choices = List.copyOf(choices);
    }

    /**
     * One suggestion.
     *
     * @param name what the member sees, at most 100 characters
     * @param value what the option becomes, at most 100 characters
     */
    public record Choice(String name, String value) {}
}
