package dev.mitchbot.gateway.interaction;

import static dev.mitchbot.gateway.interaction.Payloads.autocomplete;
import static dev.mitchbot.gateway.interaction.Payloads.click;
import static dev.mitchbot.gateway.interaction.Payloads.option;
import static dev.mitchbot.gateway.interaction.Payloads.slash;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.contracts.command.Autocomplete;
import dev.mitchbot.contracts.command.ButtonClick;
import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.contracts.wire.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.Test;

class InteractionReaderTest {
    @Test
    void readsACommandWithItsOptionsAsText() {
        Incoming incoming = read(slash(
                5,
                7,
                "give",
                option(6, "user", "42"),
                option(4, "amount", 50),
                option(10, "share", 0.25),
                option(5, "loud", true)));
        SlashCommand command = (SlashCommand) incoming.command();
        assertThat(incoming.typeFor("economy")).isEqualTo("economy.give.v1");
        assertThat(command.options()).isEqualTo(Map.of("user", "42", "amount", "50", "share", "0.25", "loud", "true"));
        assertThat(command.caller().name()).isEqualTo("Caro");
        assertThat(command.caller().permissions()).isEqualTo(2048);
        assertThat(command.caller().roles()).containsExactly("11", "12");
        assertThat(command.interaction().guildId()).isEqualTo(700);
    }

    @Test
    void readsASubcommandAsPartOfThePath() {
        DataObject add = option(1, "add", null)
                .put("options", DataArray.empty().add(option(4, "amount", 9_007_199_254_740_991L)));
        Incoming incoming = read(slash(5, 7, "eco", add));
        assertThat(incoming.typeFor("economy")).isEqualTo("economy.eco.add.v1");
        assertThat(((SlashCommand) incoming.command()).options()).isEqualTo(Map.of("amount", "9007199254740991"));
    }

    @Test
    void readsTheUsersWhomOptionsName() throws IOException {
        DataObject payload = slash(5, 7, "give", option(6, "user", "42"));
        DataObject users = DataObject.empty()
                .put(
                        "42",
                        DataObject.empty()
                                .put("id", "42")
                                .put("username", "bob")
                                .put("bot", true))
                .put(
                        "43",
                        DataObject.empty()
                                .put("id", "43")
                                .put("username", "dave")
                                .put("global_name", "Dave"));
        DataObject members = DataObject.empty()
                .put(
                        "42",
                        DataObject.empty()
                                .put("nick", "Bobby")
                                .put("permissions", "9007199254740993")
                                .put("roles", DataArray.empty().add("9")));
        payload.getObject("data")
                .put("resolved", DataObject.empty().put("users", users).put("members", members));
        SlashCommand command = (SlashCommand) read(payload).command();
        assertThat(command.users().get("42").name()).isEqualTo("Bobby");
        assertThat(command.users().get("42").bot()).isTrue();
        assertThat(command.users().get("42").roles()).contains(List.of("9"));
        assertThat(command.users().get("42").permissions()).contains(9_007_199_254_740_993L);
        assertThat(command.users().get("43").name()).isEqualTo("Dave");
        assertThat(command.users().get("43").roles()).isEmpty();
        assertThat(command.users().get("43").permissions()).isEmpty();
        assertThat(Json.read(Json.write(command), SlashCommand.class)).isEqualTo(command);
    }

    @Test
    void readsAClickByTheFirstTwoPartsOfItsId() {
        Incoming incoming = read(click(5, 7, "economy:leaderboard:next:3", 4));
        assertThat(incoming.typeFor("economy")).isEqualTo("economy.leaderboard.click.v1");
        assertThat(((ButtonClick) incoming.command()).payload()).isEqualTo("next:3");
    }

    @Test
    void readsAnAutocompleteWithTheOptionThatIsBeingTyped() {
        Incoming incoming = read(autocomplete(
                5, 7, "buy", option(4, "amount", 2), option(3, "item", "sw").put("focused", true)));
        Autocomplete command = (Autocomplete) incoming.command();
        assertThat(incoming.typeFor("economy")).isEqualTo("economy.buy.autocomplete.v1");
        assertThat(command.option()).isEqualTo("item");
        assertThat(command.value()).isEqualTo("sw");
        assertThat(command.options()).isEqualTo(Map.of("amount", "2"));
    }

    @Test
    void leavesForeignButtonsAndPingsAlone() {
        assertThat(InteractionReader.read(click(5, 7, "somebodys-button", 4))).isEmpty();
        assertThat(InteractionReader.read(DataObject.empty().put("type", 1))).isEmpty();
    }

    @Test
    void makesTheSameBytesWhateverTheOrderOfThePayload() {
        byte[] one = Json.write(read(slash(5, 7, "give", option(3, "a", "1"), option(3, "b", "2"), option(3, "c", "3")))
                .command());
        byte[] other =
                Json.write(read(slash(5, 7, "give", option(3, "c", "3"), option(3, "b", "2"), option(3, "a", "1")))
                        .command());
        assertThat(one).isEqualTo(other);
    }

    private static Incoming read(DataObject payload) {
        return InteractionReader.read(DataObject.fromJson(payload.toString())).orElseThrow();
    }
}
