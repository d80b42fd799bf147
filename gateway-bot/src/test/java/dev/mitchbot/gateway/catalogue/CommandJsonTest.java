package dev.mitchbot.gateway.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mitchbot.contracts.catalogue.CommandDefinition;
import dev.mitchbot.contracts.catalogue.CommandDefinition.Subcommand;
import dev.mitchbot.contracts.catalogue.Option;
import dev.mitchbot.contracts.catalogue.Option.Choice;
import dev.mitchbot.contracts.catalogue.Option.Type;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandJsonTest {
    private static final CommandDefinition DICE = CommandDefinition.of(
            "dice",
            "Roll",
            Option.required(Type.INTEGER, "amount", "Stake").between(1, 1000),
            Option.required(Type.STRING, "bet", "On what").oneOf(new Choice("Even", "even")),
            Option.optional(Type.INTEGER, "sides", "How many").oneOf(new Choice("Six", "6")));
    private static final CommandDefinition ECO = CommandDefinition.grouped(
            "eco", "Power", 40, Subcommand.of("add", "More", false, Option.required(Type.USER, "user", "Who")));

    @Test
    void writesNumbersAsNumbersAndLengthsOfTexts() {
        JsonNode options = CommandJson.commands(List.of(CommandDefinition.of(
                        "x",
                        "y",
                        Option.required(Type.STRING, "text", "t").between(1, 20),
                        Option.required(Type.INTEGER, "side", "s").oneOf(new Choice("Six", "6")))))
                .path(0)
                .path("options");
        assertThat(options.path(0).path("max_length").asInt()).isEqualTo(20);
        assertThat(options.path(1).path("choices").path(0).path("value").isIntegralNumber())
                .isTrue();
    }

    @Test
    void recognisesItsCommandsInDiscordsOwnWords() {
        ArrayNode ours = CommandJson.commands(List.of(DICE, ECO));
        ArrayNode discords = new ObjectMapper().createArrayNode();
        discords.add(asDiscordSaysIt(ours.get(1)));
        discords.add(asDiscordSaysIt(ours.get(0)));
        assertThat(CommandJson.isSame(ours, discords)).isTrue();
    }

    @Test
    void noticesEveryDifferenceThatAMemberWouldNotice() {
        ArrayNode ours = CommandJson.commands(List.of(DICE, ECO));
        CommandDefinition wider = CommandDefinition.of(
                "dice",
                "Roll",
                Option.required(Type.INTEGER, "amount", "Stake").between(1, 2000),
                DICE.options().get(1),
                DICE.options().get(2));
        CommandDefinition open = new CommandDefinition("eco", "Power", 0, false, List.of(), ECO.subcommands());
        assertThat(CommandJson.isSame(ours, CommandJson.commands(List.of(wider, ECO))))
                .isFalse();
        assertThat(CommandJson.isSame(ours, CommandJson.commands(List.of(DICE, open))))
                .isFalse();
        assertThat(CommandJson.isSame(ours, CommandJson.commands(List.of(DICE))))
                .isFalse();
    }

    /** With the fields that Discord adds and without those that it leaves out. */
    private static JsonNode asDiscordSaysIt(JsonNode command) {
        ObjectNode said = command.deepCopy();
        said.put("id", "123").put("version", "5").put("dm_permission", false).putNull("name_localizations");
        said.path("options").forEach(option -> {
            if (!option.path("required").asBoolean()) {
                ((ObjectNode) option).remove("required");
            }
        });
        return said;
    }
}
