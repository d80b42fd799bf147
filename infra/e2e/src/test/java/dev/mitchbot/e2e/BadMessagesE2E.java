package dev.mitchbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mitchbot.contracts.action.Action;
import dev.mitchbot.contracts.action.ActionResult;
import dev.mitchbot.contracts.catalogue.Catalogue;
import dev.mitchbot.contracts.catalogue.CommandDefinition;
import dev.mitchbot.contracts.discord.GuildSnapshot;
import dev.mitchbot.contracts.economy.WalletRequest.PlayStake;
import dev.mitchbot.contracts.economy.WalletResult.StakeReleased;
import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.contracts.reply.MessageBody;
import dev.mitchbot.contracts.reply.Reply;
import dev.mitchbot.contracts.wire.CloudEvent;
import dev.mitchbot.contracts.wire.Json;
import dev.mitchbot.contracts.wire.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What nobody should send, on every topic that a process reads, right before a good message of the same partition. */
@ExtendWith(SharedBot.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ResourceLock(value = SideBySide.EVERY_PROCESS, mode = ResourceAccessMode.READ)
class BadMessagesE2E {
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final int ROUNDS = 3;
    private static final Duration LOOK = Duration.ofMillis(10);
    private static final List<Topic> READ = List.of(
            Topic.ECONOMY_COMMANDS,
            Topic.GAMES_COMMANDS,
            Topic.MODERATION_COMMANDS,
            Topic.WALLET_REQUESTS,
            Topic.WALLET_RESULTS,
            Topic.REPLIES,
            Topic.ACTIONS,
            Topic.ACTION_RESULTS,
            Topic.GUILDS,
            Topic.CATALOGUE);

    private final RunningBot bot;
    private Wire wire;
    private Guild guild;
    private GoodMessages messages;

    BadMessagesE2E(RunningBot bot) {
        this.bot = bot;
    }

    @BeforeAll
    void listen() {
        guild = bot.control().newGuild("bad messages", 5);
        messages = new GoodMessages(guild);
        wire = new Wire(
                bot.stack().bootstrapServers(),
                Stream.concat(
                                READ.stream().map(Topic::deadLetterName),
                                Stream.of(Topic.WALLET_RESULTS, Topic.ACTION_RESULTS, Topic.REPLIES)
                                        .map(Topic::topicName))
                        .toArray(String[]::new));
        warmUp();
    }

    /** What a young process does for the first time takes its time, whatever stands on the topic. */
    private void warmUp() {
        byte[] nothing = "{}".getBytes();
        READ.forEach(topic -> wire.put(topic, guild.id(), "warming up", "nobody.knows-this.v1", nothing));
        stake(messages.newName("play"), "warming-up");
        String action = messages.newName("action");
        rename(action, "Warm");
        Map<String, Object> stake = Map.of("amount", 1, "choice", "heads");
        assertThat(List.of(
                        guild.use(guild.member(3), "coinflip", stake),
                        guild.use(guild.member(3), "fairness", Map.of()),
                        guild.balance(guild.member(3))))
                .allMatch(Seen::isDecided);
        wire.await(Topic.ACTION_RESULTS.topicName(), CloudEvent.ID, "result:" + action);
        READ.forEach(topic -> wire.await(topic.deadLetterName(), CloudEvent.ID, "warming up"));
    }

    @AfterAll
    void close() {
        wire.close();
    }

    @AfterEach
    void theBooksAreRight() {
        assertThat(bot.books().faults()).isEmpty();
    }

    @Test
    void doNotStopTheCommands() {
        byte[] give = Json.write(messages.give(messages.newId(Duration.ZERO), 1));
        assertAtOnce(_ -> {
            var sent = sendAllBad(Topic.ECONOMY_COMMANDS, "economy.give.v1", give);
            Duration took = decided(guild.balance(guild.member(2)));
            sent.assertDeadLetters();
            return took;
        });
    }

    @Test
    void becomeDeadLettersWhereACommandsIdWasUsedBefore() {
        Seen first = guild.give(guild.member(1), guild.member(2), 3);
        long id = Long.parseLong(first.id());
        wire.put(Topic.ECONOMY_COMMANDS, guild.id(), first.id(), "economy.give.v1", Json.write(messages.give(id, 90)));
        var letter = wire.await(Topic.ECONOMY_COMMANDS.deadLetterName(), CloudEvent.ID, first.id());
        assertThat(Wire.header(letter, "dlq-reason")).contains(first.id(), "used before");
        assertThat(bot.books().moved("GIFT")).containsOnlyOnce(first.id());
    }

    @Test
    void moveNothingWhereACommandIsAnHourOld() {
        long id = messages.newId(Duration.ofHours(1));
        double before = stale();
        wire.put(
                Topic.ECONOMY_COMMANDS,
                guild.id(),
                Long.toString(id),
                "economy.give.v1",
                Json.write(messages.give(id, 5)));
        assertThat(guild.balance(guild.member(2)).answeredAfterMs()).isLessThan(AT_ONCE.toMillis());
        assertThat(stale()).isEqualTo(before + 1);
        assertThat(bot.books().moved("GIFT")).doesNotContain(Long.toString(id));
        assertThat(wire.all(Topic.REPLIES.topicName(), CloudEvent.CORRELATION_ID, Long.toString(id)))
                .isEmpty();
    }

    @Test
    void doNotStopTheWalletRequests() {
        PlayStake bad = messages.play("bad");
        var sent = sendAllBad(Topic.WALLET_REQUESTS, bad.type(), Json.write(bad));
        String id = messages.newName("play");
        long begun = System.nanoTime();
        stake(id, "good");
        var result = awaitResult(Topic.WALLET_RESULTS, id, begun);
        assertThat(result).contains("\"gameId\":\"good\"", "balances");
        stake(id, "another");
        var letter = wire.await(Topic.WALLET_REQUESTS.deadLetterName(), CloudEvent.ID, id);
        assertThat(Wire.header(letter, "dlq-reason")).contains(id, "used before");
        sent.assertDeadLetters();
    }

    @Test
    void doNotStopTheGames() {
        byte[] flip = Json.write(messages.coinflip(messages.newId(Duration.ZERO)));
        assertAtOnce(_ -> {
            var sent = sendAllBad(Topic.GAMES_COMMANDS, "games.coinflip.v1", flip);
            Duration took = decided(guild.use(guild.member(2), "fairness", Map.of()));
            sent.assertDeadLetters();
            return took;
        });
    }

    @Test
    void doNotStopTheWalletResults() {
        var released = new StakeReleased(Long.parseLong(guild.id()), "bad", false);
        var sent = sendAllBad(Topic.WALLET_RESULTS, released.type(), Json.write(released));
        Seen good = guild.use(guild.member(0), "coinflip", Map.of("amount", 1, "choice", "heads"));
        assertThat(good.text()).contains("You called heads");
        assertThat(good.answeredAfterMs()).isLessThan(AT_ONCE.toMillis());
        sent.assertDeadLetters();
    }

    @Test
    void doNotStopTheReplies() {
        Answer answer =
                new Answer(messages.interaction(messages.newId(Duration.ZERO)), false, MessageBody.text("Unasked."));
        Answer old =
                new Answer(messages.interaction(messages.newId(Duration.ofHours(1))), false, MessageBody.text("Late."));
        wire.put(Topic.REPLIES, guild.id(), "old-reply", Reply.ANSWER, Json.write(old));
        wire.put(Topic.REPLIES, guild.id(), "old-reply", Reply.ANSWER, Json.write(answer));
        assertAtOnce(_ -> {
            var sent = sendAllBad(Topic.REPLIES, Reply.ANSWER, Json.write(answer));
            Duration took = decided(guild.balance(guild.member(2)));
            sent.assertDeadLetters();
            return took;
        });
    }

    @Test
    void doNotStopTheActions() throws IOException {
        Action bad = messages.nickname("Bad");
        var sent = sendAllBad(Topic.ACTIONS, bad.type(), Json.write(bad));
        String id = messages.newName("action");
        long begun = System.nanoTime();
        rename(id, "Good");
        String result = awaitResult(Topic.ACTION_RESULTS, "result:" + id, begun);
        assertThat(Json.read(result.getBytes(), ActionResult.class).done())
                .as(result)
                .isTrue();
        rename(id, "Other");
        String next = messages.newName("action");
        rename(next, "Next");
        wire.await(Topic.ACTION_RESULTS.topicName(), CloudEvent.ID, "result:" + next);
        assertThat(wire.all(Topic.ACTION_RESULTS.topicName(), CloudEvent.ID, "result:" + id))
                .hasSize(1);
        assertThat(bot.control().auditLog(guild.id()).findValuesAsText("action"))
                .as("the good ones and that of the warm-up, once each")
                .containsExactly("nickname", "nickname", "nickname");
        sent.assertDeadLetters();
    }

    @Test
    void doNotStopTheModeration() {
        Discipline discipline = Discipline.in(bot, "bad commands", 3);
        Guild moderated = discipline.guild();
        byte[] warn = Json.write(messages.give(messages.newId(Duration.ZERO), 1));
        assertThat(discipline
                        .act("warn", discipline.member(1), Map.of("reason", "warming up"))
                        .isDecided())
                .isTrue();
        var sent = sendAllBad(Topic.MODERATION_COMMANDS, "moderation.warn.v1", warn, moderated.id());
        Seen good = discipline.act("warn", discipline.member(1), Map.of("reason", "shouting"));
        assertThat(good.text()).startsWith("Case #2.");
        assertThat(good.answeredAfterMs()).isLessThan(AT_ONCE.toMillis());
        sent.assertDeadLetters();
    }

    @Test
    void doNotStopTheResultsOfActions() {
        Discipline discipline = Discipline.in(bot, "bad results", 4);
        Map<String, Object> aWhile = Map.of("duration", 5);
        assertThat(discipline.act("timeout", discipline.member(1), aWhile).isDecided())
                .isTrue();
        long id = Long.parseLong(discipline.guild().id());
        byte[] result = Json.write(ActionResult.done("bad", id));
        var sent = sendAllBad(
                Topic.ACTION_RESULTS,
                ActionResult.TYPE,
                result,
                discipline.guild().id());
        Seen good = discipline.act("timeout", discipline.member(2), aWhile);
        assertThat(good.text()).contains("silent for 5 min");
        assertThat(good.answeredAfterMs()).isLessThan(AT_ONCE.toMillis());
        assertThat(discipline.cases()).containsExactly("1 TIMEOUT DONE", "2 TIMEOUT DONE");
        sent.assertDeadLetters();
    }

    @Test
    void doNotStopTheGuilds() {
        String id = Long.toString(messages.newId(Duration.ZERO));
        try (var economy = new ServiceDatabase(bot.stack(), "economy");
                var games = new ServiceDatabase(bot.stack(), "games");
                var moderation = new ServiceDatabase(bot.stack(), "moderation")) {
            var services = List.of(economy, games, moderation);
            name(services, id, "warming up");
            assertAtOnce(round -> {
                var sent = sendAllBad(Topic.GUILDS, GuildSnapshot.TYPE, GoodMessages.snapshot(id, "bad"), id);
                Duration took = name(services, id, "good " + round);
                sent.assertDeadLetters();
                return took;
            });
            wire.put(Topic.GUILDS, id, Map.of(), null);
            await().until(() -> namedBy(economy, id).isEmpty());
        }
    }

    @Test
    void doNotStopTheCatalogue() {
        Catalogue good = new Catalogue("dashboard", List.of(CommandDefinition.of("shuffle", "Shuffles the cards")));
        var sent = sendAllBad(Topic.CATALOGUE, Catalogue.TYPE, Json.write(good), "nobody");
        long begun = System.nanoTime();
        wire.put(Topic.CATALOGUE, "dashboard", "dashboard-1", Catalogue.TYPE, Json.write(good));
        awaitCommand("shuffle", true);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(AT_ONCE);
        sent.assertDeadLetters();
        wire.put(Topic.CATALOGUE, "dashboard", Map.of(), null);
        wire.put(Topic.CATALOGUE, "nobody", Map.of(), null);
        awaitCommand("shuffle", false);
        assertThat(guild.balance(guild.member(2)).isDecided()).isTrue();
    }

    private void stake(String messageId, String gameId) {
        PlayStake play = messages.play(gameId);
        wire.put(Topic.WALLET_REQUESTS, guild.id(), messageId, play.type(), Json.write(play));
    }

    private void rename(String messageId, String name) {
        Action nickname = messages.nickname(name);
        wire.put(Topic.ACTIONS, guild.id(), messageId, nickname.type(), Json.write(nickname));
    }

    private BadMessages sendAllBad(Topic topic, String type, byte[] good) {
        return sendAllBad(topic, type, good, guild.id());
    }

    private BadMessages sendAllBad(Topic topic, String type, byte[] good, String key) {
        return BadMessages.send(wire, topic, key, type, good);
    }

    /**
     * Every round takes as long as handling does and what runs on the same processors meanwhile: one of some must stay
     * within the time.
     */
    private static void assertAtOnce(IntFunction<Duration> round) {
        assertThat(IntStream.range(0, ROUNDS).mapToObj(round).anyMatch(took -> took.compareTo(AT_ONCE) < 0))
                .as("handled within %s in one of %d rounds", AT_ONCE, ROUNDS)
                .isTrue();
    }

    private static Duration decided(Seen good) {
        assertThat(good.isDecided()).isTrue();
        return Duration.ofMillis(good.answeredAfterMs());
    }

    /** Puts a description of a guild there and waits until every service has it. */
    private Duration name(List<ServiceDatabase> services, String id, String name) {
        long begun = System.nanoTime();
        wire.put(Topic.GUILDS, id, "guild:" + name, GuildSnapshot.TYPE, GoodMessages.snapshot(id, name));
        await().pollInterval(LOOK)
                .until(() -> services.stream()
                        .allMatch(service -> namedBy(service, id).contains(name)));
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static List<String> namedBy(ServiceDatabase service, String id) {
        return service.texts("select name from guilds where present and guild_id = " + id);
    }

    private String awaitResult(Topic topic, String id, long begun) {
        await().pollInterval(LOOK).until(() -> result(topic, id).isPresent());
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(AT_ONCE);
        return result(topic, id).orElseThrow();
    }

    private Optional<String> result(Topic topic, String id) {
        return Stream.concat(
                        wire.all(topic.topicName(), CloudEvent.ID, id).stream(),
                        wire.all(topic.topicName(), CloudEvent.CORRELATION_ID, id).stream())
                .findFirst()
                .map(record -> new String(record.value()));
    }

    private void awaitCommand(String name, boolean known) {
        await().pollInterval(LOOK).until(() -> bot.control().knowsCommands(List.of(name)) == known);
    }

    private double stale() {
        return bot.names("economy").stream()
                .mapToDouble(name -> bot.meters(name).sum("mitchbot_messages_total", "outcome=\"stale\""))
                .sum();
    }
}
