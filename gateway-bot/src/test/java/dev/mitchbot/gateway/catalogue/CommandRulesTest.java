package dev.mitchbot.gateway.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.contracts.catalogue.Catalogue;
import dev.mitchbot.contracts.catalogue.CommandDefinition;
import dev.mitchbot.contracts.catalogue.CommandDefinition.Subcommand;
import dev.mitchbot.contracts.catalogue.Option;
import dev.mitchbot.contracts.catalogue.Option.Choice;
import dev.mitchbot.contracts.catalogue.Option.Type;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommandRulesTest {
    private static final Option AMOUNT = Option.required(Type.INTEGER, "amount", "How much");
    private static final Option NOTE = Option.optional(Type.STRING, "note", "What for");

    @Test
    void findsNothingWrongWithWhatDiscordTakes() {
        assertThat(CommandRules.flaw(CommandDefinition.of("a-b_1", "x".repeat(100), AMOUNT, NOTE)))
                .isEmpty();
        assertThat(CommandRules.flaw(
                        CommandDefinition.grouped("eco", "Power", 40, Subcommand.of("add", "More", false, AMOUNT))))
                .isEmpty();
    }

    @Test
    void saysWhatDiscordWouldRefuse() {
        assertFlaw(CommandDefinition.of("Daily", "x"), "\"Daily\"");
        assertFlaw(CommandDefinition.of("d".repeat(33), "x"), "1 to 32");
        assertFlaw(CommandDefinition.of("daily", ""), "description has 0 characters");
        assertFlaw(CommandDefinition.of("daily", "x".repeat(101)), "description has 101 characters");
        assertFlaw(CommandDefinition.of("give", "x", NOTE, AMOUNT), "required comes after");
        assertFlaw(CommandDefinition.of("give", "x", AMOUNT, AMOUNT), "two of its options have one name");
        assertFlaw(CommandDefinition.of("give", "x", numbered(26)), "26 options, and 25 at most");
        assertFlaw(CommandDefinition.of("give", "x", AMOUNT.oneOf(choices(26))), "amount: 26 choices, and 25 at most");
        assertFlaw(
                CommandDefinition.of("give", "x", AMOUNT.oneOf(new Choice("", "1"))),
                "amount: a choice's name has 0 characters");
        assertFlaw(
                CommandDefinition.grouped("eco", "x", 0, Subcommand.of("Add", "More", false)),
                "Add: the name \"Add\" is not");
        assertFlaw(
                new CommandDefinition(
                        "eco", "x", 0, false, List.of(AMOUNT), List.of(Subcommand.of("add", "More", false))),
                "options beside its subcommands");
    }

    @Test
    void leavesOutTheCommandThatIsWrongAndKeepsTheOthers() {
        Commands commands = new Commands();
        commands.put(new Catalogue(
                "economy", List.of(CommandDefinition.of("Daily", "x"), CommandDefinition.of("work", "x"))));
        assertThat(commands.definitions()).extracting(CommandDefinition::name).containsExactly("work");
        assertThat(commands.ownerOf("Daily")).isEmpty();
        assertThat(commands.ownerOf("work")).contains("economy");
    }

    private static Option[] numbered(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Option.optional(Type.STRING, "o" + number, "x"))
                .toArray(Option[]::new);
    }

    private static Choice[] choices(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Choice("c" + number, "" + number))
                .toArray(Choice[]::new);
    }

    private static void assertFlaw(CommandDefinition command, String words) {
        assertThat(CommandRules.flaw(command))
                .hasValueSatisfying(flaw -> assertThat(flaw).contains(words));
    }
}
