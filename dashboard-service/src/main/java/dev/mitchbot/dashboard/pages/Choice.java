package dev.mitchbot.dashboard.pages;

import java.util.List;

/** One of the values that something can have: the service's name for it, and what people read. */
public record Choice(String name, String label) {
    /** What people read; a name that is not known here stands for itself. */
    public static String label(List<Choice> choices, String name) {
        return choices.stream()
                .filter(choice -> choice.name().equals(name))
                .findFirst()
                .map(Choice::label)
                .orElse(name);
    }
}
