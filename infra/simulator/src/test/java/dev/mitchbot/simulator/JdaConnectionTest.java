package dev.mitchbot.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.member.GuildMemberJoinEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.utils.ChunkingFilter;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.MemberCachePolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdaConnectionTest {
    private Simulator simulator;
    private Http control;
    private Stage stage;

    @BeforeEach
    void start() {
        begin(SimulatorConfig.onFreePort());
    }

    private void begin(SimulatorConfig config) {
        simulator = Simulator.start(config);
        control = Http.control(simulator);
        stage = new Stage(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void resumesAfterACutAndHearsWhatItMissed() {
        var heard = new Hearing();
        try (var bot = Bot.login(simulator, heard)) {
            control.post("/faults", new JsonObject().put("kind", "disconnect"));
            stage.say("alice", "while you were away");

            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                assertThat(heard.messages).containsExactly("while you were away");
                assertThat(heard.resumed).hasValue(1);
            });
            assertThat(bot.jda().getGuilds()).hasSize(1);
        }
    }

    @Test
    void resumesWhenAskedToReconnect() {
        var heard = new Hearing();
        try (var bot = Bot.login(simulator, heard)) {
            control.post("/gateway/reconnect", new JsonObject());

            await().atMost(Duration.ofSeconds(20)).until(() -> heard.resumed.get() == 1);
            assertThat(bot.jda().getGuilds()).hasSize(1);
        }
    }

    @Test
    void logsInWithoutCompression() {
        var heard = new Hearing();
        try (var bot = Bot.login(
                Bot.builder(simulator).setCompression(Compression.NONE).addEventListeners(heard))) {
            stage.say("alice", "plain");

            await().until(() -> heard.messages.contains("plain"));
            assertThat(bot.jda().getGuilds()).hasSize(1);
        }
    }

    @Test
    void refusesAWrongToken() {
        var builder = DefaultShardManagerBuilder.createLight("wrong")
                .setRestConfig(new RestConfig().setBaseUrl(simulator.restUrl()));

        assertThatThrownBy(builder::build).isInstanceOf(InvalidTokenException.class);
    }

    @Test
    void loadsEveryMemberOfALargeGuildWhenAsked() {
        var id = control.post("/guilds", new JsonObject().put("name", "Large").put("members", 3_000))
                .json()
                .getString("id");
        var builder = DefaultShardManagerBuilder.createDefault(SimulatorConfig.DEMO_TOKEN)
                .enableIntents(GatewayIntent.GUILD_MEMBERS)
                .setMemberCachePolicy(MemberCachePolicy.ALL)
                .setChunkingFilter(ChunkingFilter.ALL)
                .setRestConfig(new RestConfig().setBaseUrl(simulator.restUrl()))
                .setEnableShutdownHook(false);
        try (var bot = Bot.login(builder)) {
            assertThat(bot.jda().getGuildById(id).getMembers()).hasSize(3_001);
        }
    }

    @Test
    void knowsALargeGuildWithoutItsMembersOtherwise() {
        var id = control.post("/guilds", new JsonObject().put("name", "Large").put("members", 3_000))
                .json()
                .getString("id");
        try (var bot = Bot.login(simulator)) {
            assertThat(bot.jda().getGuildById(id).getMemberCount()).isEqualTo(3_001);
            assertThat(bot.jda().getGuildById(id).getMembers()).hasSize(1);
        }
    }

    @Test
    void hearsOfNewGuildsAndMembers() {
        var heard = new Hearing();
        try (var bot = Bot.login(simulator, heard)) {
            control.post("/guilds", new JsonObject().put("name", "Another").put("members", 3));
            control.post("/guilds/" + stage.guild() + "/members", new JsonObject().put("name", "frank"));

            await().untilAsserted(() -> assertThat(heard.arrivals).containsExactly("Another", "frank"));
            assertThat(bot.jda().getGuilds()).hasSize(2);
        }
    }

    @Test
    void spreadsGuildsOverShards() {
        stop();
        begin(SimulatorConfig.onFreePort().with(new SimulatorConfig.Sharding(2, 2, Duration.ZERO)));
        for (int count = 0; count < 6; count++) {
            control.post("/guilds", new JsonObject().put("name", "Guild " + count));
        }
        try (var bot = Bot.login(simulator)) {
            assertThat(bot.shards().getShards()).hasSize(2);
            assertThat(bot.shards().getGuilds()).hasSize(7);
        }
    }

    @Test
    void givesAnInteractionToBothStandbysAndTakesOneAnswer() {
        var first = new Answering("first");
        var second = new Answering("second");
        try (var one = Bot.login(simulator, first);
                var other = Bot.login(simulator, second)) {
            one.jda()
                    .updateCommands()
                    .addCommands(Commands.slash("ping", "Pongs"))
                    .complete();
            var interaction = stage.use("carol", "ping", new JsonObject());

            assertThat(interaction.getString("state")).isEqualTo("answered");
            assertThat(interaction.getJsonArray("messages")).hasSize(1);
            await().until(() -> first.accepted.get() + second.accepted.get() == 1
                    && first.refused.size() + second.refused.size() == 1);
            assertThat(first.refused.isEmpty() ? second.refused : first.refused).containsExactly(40060);
            assertThat(other.jda().getGuilds()).hasSize(1);
        }
    }

    private static final class Hearing extends ListenerAdapter {
        private final List<String> messages = new CopyOnWriteArrayList<>();
        private final List<String> arrivals = new CopyOnWriteArrayList<>();
        private final AtomicInteger resumed = new AtomicInteger();

        @Override
        public void onMessageReceived(MessageReceivedEvent event) {
            messages.add(event.getMessage().getContentRaw());
        }

        @Override
        public void onSessionResume(SessionResumeEvent event) {
            resumed.incrementAndGet();
        }

        @Override
        public void onGuildJoin(GuildJoinEvent event) {
            arrivals.add(event.getGuild().getName());
        }

        @Override
        public void onGuildMemberJoin(GuildMemberJoinEvent event) {
            arrivals.add(event.getUser().getName());
        }
    }

    private static final class Answering extends ListenerAdapter {
        private final String name;
        private final AtomicInteger accepted = new AtomicInteger();
        private final List<Integer> refused = new CopyOnWriteArrayList<>();

        private Answering(String name) {
            this.name = name;
        }

        @Override
        public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
            event.reply(name)
                    .queue(
                            done -> accepted.incrementAndGet(),
                            failed -> refused.add(
                                    ((net.dv8tion.jda.api.exceptions.ErrorResponseException) failed).getErrorCode()));
        }
    }
}
