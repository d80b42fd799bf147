package dev.mitchbot.gateway.catalogue;

import dev.mitchbot.contracts.catalogue.CommandDefinition;
import dev.mitchbot.contracts.catalogue.CommandDefinition.Subcommand;
import dev.mitchbot.contracts.catalogue.Option;
import dev.mitchbot.contracts.catalogue.Option.Choice;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What Discord asks of a command: it refuses all commands for one that is wrong. */
final class CommandRules {
    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,32}");
    private static final int TEXT_MAX = 100;
    private static final int PARTS_MAX = 25;

    private CommandRules() {}

    /** What is wrong with the command, if anything is. */
    static Optional<String> flaw(CommandDefinition command) {
        return first(List.of(
                name(command.name()),
                text("description", command.description()),
                when(
                        !command.options().isEmpty() && !command.subcommands().isEmpty(),
                        "it has options beside its subcommands"),
                parts("subcommands", command.subcommands(), Subcommand::name, CommandRules::flaw),
                options(command.options())));
    }

    private static Optional<String> flaw(Subcommand subcommand) {
        return first(List.of(
                        name(subcommand.name()),
                        text("description", subcommand.description()),
                        options(subcommand.options())))
                .map(flaw -> subcommand.name() + ": " + flaw);
    }

    private static Optional<String> options(List<Option> options) {
        return first(List.of(
                parts("options", options, Option::name, CommandRules::flaw),
                when(
                        options.stream().dropWhile(Option::required).anyMatch(Option::required),
                        "an option that is required comes after one that is not")));
    }

    private static Optional<String> flaw(Option option) {
        return first(List.of(
                        name(option.name()),
                        text("description", option.description()),
                        when(option.autocomplete() && !option.choices().isEmpty(), "it has choices beside suggestions"),
                        parts("choices", option.choices(), Choice::name, CommandRules::flaw)))
                .map(flaw -> option.name() + ": " + flaw);
    }

    private static Optional<String> flaw(Choice choice) {
        return first(List.of(text("a choice's name", choice.name()), text("a choice's value", choice.value())));
    }

    private static <T> Optional<String> parts(
            String what, List<T> parts, Function<T, String> name, Function<T, Optional<String>> flaw) {
        Stream<Optional<String>> whole = Stream.of(
                when(parts.size() > PARTS_MAX, "%d %s, and %d at most".formatted(parts.size(), what, PARTS_MAX)),
                when(
                        parts.stream().map(name).distinct().count() < parts.size(),
                        "two of its " + what + " have one name"));
        return Stream.concat(whole, parts.stream().map(flaw))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> name(String name) {
        return when(
                !NAME.matcher(name).matches(), "the name \"%s\" is not 1 to 32 of a-z, 0-9, _ and -".formatted(name));
    }

    private static Optional<String> text(String what, String text) {
        return when(
                text.isEmpty() || text.length() > TEXT_MAX,
                "%s has %d characters, and needs 1 to %d".formatted(what, text.length(), TEXT_MAX));
    }

    private static Optional<String> when(boolean isWrong, String flaw) {
        return isWrong ? Optional.of(flaw) : Optional.empty();
    }

    private static Optional<String> first(List<Optional<String>> flaws) {
        return flaws.stream().flatMap(Optional::stream).findFirst();
    }
}
