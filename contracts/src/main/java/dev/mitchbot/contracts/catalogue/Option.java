package dev.mitchbot.contracts.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * An option of a command. Discord's client checks the limits; the owning service checks them again.
 *
 * @param name 1 to 32 lower-case letters, digits, {@code _} and {@code -}
 * @param description 1 to 100 characters
 * @param min the smallest value of a number, the shortest length of a text
 * @param max the largest value of a number, the greatest length of a text
 * @param choices at most 25 fixed values; empty for a free value
 * @param autocomplete whether the owner suggests values while the member types
 */
public record Option(
        Type type,
        String name,
        String description,
        boolean required,
        Optional<Long> min,
        Optional<Long> max,
        List<Choice> choices,
        boolean autocomplete) {
    public Option {
        choices = List.copyOf(choices);
    }

    /** An option that the member has to give, without limits. */
    public static Option required(Type type, String name, String description) {
        return new Option(type, name, description, true, Optional.empty(), Optional.empty(), List.of(), false);
    }

    /** An option that may be left out; Discord wants these behind those that are required. */
    public static Option optional(Type type, String name, String description) {
        return new Option(type, name, description, false, Optional.empty(), Optional.empty(), List.of(), false);
    }

    /** The same option within these limits, both included: of a number its value, of a text its length in characters. */
    public Option between(long smallest, long largest) {
        return new Option(
                type, name, description, required, Optional.of(smallest), Optional.of(largest), choices, autocomplete);
    }

    /** The same option with these values alone, at most 25. */
    public Option oneOf(Choice... fixed) {
        return new Option(type, name, description, required, min, max, List.of(fixed), autocomplete);
    }

    /** What Discord's client lets the member enter. */
    public enum Type {
        STRING,
        INTEGER,
        NUMBER,
        BOOLEAN,
        USER,
        ROLE,
        CHANNEL
    }

    /** One fixed value. */
    public record Choice(String name, String value) {}
}
