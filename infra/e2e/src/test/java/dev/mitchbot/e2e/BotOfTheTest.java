package dev.mitchbot.e2e;

import static org.awaitility.Awaitility.await;

import dev.mitchbot.simulator.Simulator;
import dev.mitchbot.simulator.SimulatorConfig;
import java.time.Duration;
import java.util.List;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;

/** A bot that does what Mitchbot does not do yet: completes, asks by menus, writes to members, keeps silent. */
final class BotOfTheTest implements AutoCloseable {
    private static final List<String> WARES = List.of("a rusty key", "a golden key", "a lantern");

    private final ShardManager shards;

    BotOfTheTest(Simulator simulator) {
        shards = DefaultShardManagerBuilder.createLight(SimulatorConfig.DEMO_TOKEN)
                .setRestConfig(new RestConfig().setBaseUrl(simulator.restUrl()))
                .setEnableShutdownHook(false)
                .addEventListeners(new Answers())
                .build();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> shards.getStatuses().values().stream().allMatch(JDA.Status.CONNECTED::equals));
        jda().updateCommands()
                .addCommands(
                        Commands.slash("buy", "Buy a thing").addOption(OptionType.STRING, "item", "Which", true, true),
                        Commands.slash("set", "Every type of option")
                                .addOptions(
                                        new OptionData(OptionType.CHANNEL, "where", "A channel", true),
                                        new OptionData(OptionType.ROLE, "who", "A role", true),
                                        new OptionData(OptionType.BOOLEAN, "loud", "Yes or no", true),
                                        new OptionData(OptionType.STRING, "mood", "How", true)
                                                .addChoice("quite cheerful", "happy")
                                                .addChoice("not amused", "sad"),
                                        new OptionData(OptionType.NUMBER, "ratio", "How much").setMaxValue(2)),
                        Commands.slash("tell", "Writes to you"),
                        Commands.slash("ask", "Shows a menu"),
                        Commands.slash("silence", "Says nothing"))
                .complete();
    }

    JDA jda() {
        return shards.getShards().getFirst();
    }

    @Override
    public void close() {
        shards.getShards().forEach(JDA::shutdownNow);
        shards.shutdown();
    }

    private static final class Answers extends ListenerAdapter {
        @Override
        public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
            String typed = event.getFocusedOption().getValue();
            event.replyChoiceStrings(
                            WARES.stream().filter(ware -> ware.contains(typed)).toList())
                    .queue();
        }

        @Override
        public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
            switch (event.getName()) {
                case "buy" ->
                    event.reply("Sold: " + event.getOption("item", OptionMapping::getAsString))
                            .queue();
                case "set" -> event.reply(values(event)).queue();
                case "tell" -> {
                    event.reply("Told.").setEphemeral(true).queue();
                    event.getUser()
                            .openPrivateChannel()
                            .flatMap(channel -> channel.sendMessage("Between *us*: `psst`"))
                            .queue();
                }
                case "ask" ->
                    event.replyEmbeds(new EmbedBuilder()
                                    .setTitle("A question")
                                    .setDescription("> quoted\n- one\n- two\n||hidden|| <b>not HTML</b>")
                                    .addField("left", "1", true)
                                    .addField("right", "2", true)
                                    .setColor(0x5865f2)
                                    .build())
                            .addComponents(
                                    ActionRow.of(StringSelectMenu.create("menu")
                                            .setPlaceholder("Your choice")
                                            .addOption("tea", "tea")
                                            .addOption("coffee", "coffee")
                                            .build()),
                                    ActionRow.of(
                                            Button.danger("silent", "Say nothing"),
                                            Button.link("https://example.org/", "Elsewhere")))
                            .queue();
                default -> {}
            }
        }

        private static String values(SlashCommandInteractionEvent event) {
            return event.getOptions().stream()
                    .map(option -> option.getName() + "=" + option.getAsString())
                    .reduce((left, right) -> left + " " + right)
                    .orElseThrow();
        }

        @Override
        public void onStringSelectInteraction(StringSelectInteractionEvent event) {
            event.editMessage("You take " + event.getValues().getFirst() + ".").queue();
        }
    }
}
