package dev.mitchbot.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.simulator.openapi.Conformance;
import dev.mitchbot.simulator.openapi.DiscordDescription;
import io.vertx.core.json.JsonObject;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JdaInteractionTest {
    private static Simulator simulator;
    private static Bot bot;
    private static Stage stage;
    private static Conformance conformance;

    @BeforeAll
    static void logIn() {
        simulator = Simulator.start(SimulatorConfig.onFreePort());
        conformance = Conformance.listeningTo(simulator);
        stage = new Stage(simulator);
        bot = Bot.login(simulator, new Answering());
        bot.jda()
                .updateCommands()
                .addCommands(
                        Commands.slash("give", "Gives coins")
                                .addOption(OptionType.USER, "user", "Who", true)
                                .addOption(OptionType.INTEGER, "amount", "How many", true),
                        Commands.slash("slow", "Answers later"),
                        Commands.slash("secret", "Answers one member"),
                        Commands.slash("buttons", "Has buttons"))
                .complete();
    }

    @AfterAll
    static void stop() {
        bot.close();
        simulator.close();
    }

    @AfterEach
    void exchangesOnlyWhatDiscordDescribes() {
        assertThat(conformance.flaws(DiscordDescription.findOrSkip())).isEmpty();
    }

    @Test
    void answersACommandWithItsResolvedUser() {
        var interaction = stage.use(
                "alice",
                "give",
                new JsonObject().put("user", stage.member("bob")).put("amount", 50));

        assertThat(interaction.getString("state")).isEqualTo("answered");
        assertThat(interaction.getJsonArray("messages").getJsonObject(0).getString("content"))
                .isEqualTo("alice gives bob 50");
    }

    @Test
    void showsTheEditOfADeferredAnswer() {
        var interaction = stage.use("alice", "slow", new JsonObject());

        assertThat(interaction.getString("state")).isEqualTo("answered");
        assertThat(interaction.getJsonArray("messages")).hasSize(1);
        assertThat(interaction.getJsonArray("messages").getJsonObject(0).getString("content"))
                .isEqualTo("at last");
    }

    @Test
    void marksAnEphemeralAnswer() {
        var interaction = stage.use("carol", "secret", new JsonObject());

        assertThat(interaction.getBoolean("ephemeral")).isTrue();
    }

    @Test
    void letsAButtonEditItsMessage() {
        var message = stage.use("alice", "buttons", new JsonObject())
                .getJsonArray("messages")
                .getJsonObject(0);

        var click = stage.click("bob", message.getString("id"), "press");

        assertThat(click.getString("state")).isEqualTo("answered");
        assertThat(click.getJsonArray("messages").getJsonObject(0).getString("content"))
                .isEqualTo("pressed by bob");
        assertThat(click.getJsonArray("messages").getJsonObject(0).getString("id"))
                .isEqualTo(message.getString("id"));
    }

    private static final class Answering extends ListenerAdapter {
        @Override
        public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
            switch (event.getName()) {
                case "give" ->
                    event.reply(event.getUser().getName() + " gives "
                                    + event.getOption("user").getAsUser().getName() + " "
                                    + event.getOption("amount").getAsLong())
                            .queue();
                case "slow" ->
                    event.deferReply()
                            .queue(hook -> hook.editOriginal("at last").queue());
                case "secret" -> event.reply("psst").setEphemeral(true).queue();
                default ->
                    event.reply("press it")
                            .addComponents(ActionRow.of(Button.primary("press", "Press")))
                            .queue();
            }
        }

        @Override
        public void onButtonInteraction(ButtonInteractionEvent event) {
            event.deferEdit()
                    .queue(hook -> hook.editOriginal(
                                    "pressed by " + event.getUser().getName())
                            .queue());
        }
    }
}
