package dev.mitchbot.games.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mitchbot.contracts.command.Command;
import dev.mitchbot.contracts.command.Interaction;
import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.contracts.economy.WalletRequest.HoldStake;
import dev.mitchbot.contracts.economy.WalletRequest.PlayStake;
import dev.mitchbot.contracts.economy.WalletRequest.ReleaseStake;
import dev.mitchbot.contracts.economy.WalletRequest.SettleStake;
import dev.mitchbot.contracts.economy.WalletResult.Balance;
import dev.mitchbot.contracts.economy.WalletResult.Refusal;
import dev.mitchbot.contracts.economy.WalletResult.StakeHeld;
import dev.mitchbot.contracts.economy.WalletResult.StakeRefused;
import dev.mitchbot.contracts.economy.WalletResult.StakeReleased;
import dev.mitchbot.contracts.economy.WalletResult.StakeSettled;
import dev.mitchbot.contracts.games.GamesEvent.GamePlayed;
import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.contracts.reply.MessageUpdate;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.games.guild.TestTables;
import dev.mitchbot.games.store.GamesStore;
import dev.mitchbot.messaging.Pipelines;
import dev.mitchbot.messaging.suite.Acting;
import dev.mitchbot.messaging.suite.Records;
import dev.mitchbot.messaging.suite.Servers;
import dev.mitchbot.messaging.suite.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Games from topic to topic, with the real broker and the real database in between; the test is the ledger. */
@QuarkusTest
@QuarkusTestResource(value = Servers.class, restrictToAnnotatedClass = false)
class GamesThroughKafkaIT {
    private static final long ALICE = 1_001;
    private static final Optional<String> GOLD = Optional.of("gold");
    private static final String SETTLE = "economy.settle-stake.v1";
    private static final String RELEASE = "economy.release-stake.v1";

    private final long guild = Records.newId();

    @Inject
    GamesWire wire;

    @Inject
    GamesDatabase database;

    @Inject
    Pipelines pipelines;

    @Test
    void showsTheCoinOnlyWhenTheLedgerHasAccepted() {
        long flip = wire.send("coinflip", coinflip());
        PlayStake asked = wire.requestOf(flip, PlayStake.class);
        assertThat(asked.gameId()).isEqualTo(Long.toString(flip));
        assertThat(asked.payout()).isIn(0L, 98L);
        assertThat(wire.heard(Topic.REPLIES, flip + "/")).isEmpty();

        String result = wire.ledger("result-" + flip, settled(asked.gameId(), 148));

        Answer answer = Wire.read(wire.replyToMessage(result), Answer.class);
        assertThat(answer.ephemeral()).isFalse();
        assertThat(answer.interaction().id()).isEqualTo(flip);
        assertThat(answer.message().embeds().getFirst().description().orElseThrow())
                .contains("148 gold");
        assertThat(Wire.read(wire.first(Topic.GAMES_EVENTS, result + "/"), GamePlayed.class))
                .extracting("game", "playerId", "stake", "payout")
                .containsExactly("coinflip", ALICE, 50L, asked.payout());
        assertThat(status(asked.gameId())).isEqualTo("ENDED");
        assertThat(database.number("select count(*) from games where guild_id = ? and interaction is null", guild))
                .isEqualTo(1);
    }

    @Test
    void tellsThePlayerAloneWhatTheLedgerRefused() {
        long flip = wire.send("coinflip", coinflip());
        String gameId = wire.requestOf(flip, PlayStake.class).gameId();

        String result = wire.ledger("result-" + flip, refused(gameId, Refusal.INSUFFICIENT_FUNDS));

        Answer answer = Wire.read(wire.replyToMessage(result), Answer.class);
        assertThat(answer.ephemeral()).isTrue();
        assertThat(answer.message().embeds().getFirst().footer()).contains("INSUFFICIENT_FUNDS");
        assertThat(status(gameId)).isEqualTo("REFUSED");
    }

    @Test
    void paysTheClassicOddsWhereTheGuildWantsThem() {
        database.execute("insert into guild_settings (guild_id, odds) values (?, 'CLASSIC')", guild);

        long flip = wire.send("coinflip", coinflip());

        assertThat(wire.requestOf(flip, PlayStake.class).payout()).isIn(0L, 100L);
    }

    @Test
    void playsAHandFromTheStakeToThePayout() {
        String game = deal();

        long click = click(game, 1, "stand");
        SettleStake settle = wire.requestOf(click, SettleStake.class);
        assertThat(settle.gameId()).isEqualTo(game);
        String result = wire.ledger("settled-" + game, settled(game, 7));

        MessageUpdate shown = Wire.read(wire.replyToMessage(result), MessageUpdate.class);
        assertThat(shown.interaction().id()).isEqualTo(click);
        assertThat(shown.message().rows()).isEmpty();
        assertThat(status(game)).isEqualTo("ENDED");
    }

    @Test
    void makesAMoveOnceHoweverOftenItIsClicked() {
        String game = deal();

        long first = click(game, 1, "stand");
        long second = click(game, 1, "stand");

        wire.requestOf(first, SettleStake.class);
        Answer stale = Wire.read(wire.replyTo(second), Answer.class);
        assertThat(stale.ephemeral()).isTrue();
        assertThat(stale.message().embeds().getFirst().footer()).contains("STALE_BUTTON");
        assertThat(wire.heard(Topic.WALLET_REQUESTS, second + "/")).isEmpty();
    }

    @Test
    void showsTheCurrentBoardToWhoClicksOnAnOlderOne() {
        String game = deal();
        database.execute("update games set turn = 2 where guild_id = ?", guild);

        var later = Records.interaction(guild, Records.newId(Duration.ofMinutes(-1)));
        var click = Acting.in(later, playerOf(game)).clicking("games:blackjack:" + game + ":1:hit");
        var current = Wire.read(wire.ask("blackjack.click", click), MessageUpdate.class);
        assertThat(current.interaction().id()).isEqualTo(later.id());
        assertThat(current.message().embeds().getFirst().description().orElseThrow())
                .contains("already made");
        assertThat(current.message().rows().getFirst().buttons().getFirst().customId())
                .isEqualTo("games:blackjack:" + game + ":2:hit");

        wire.requestOf(click(game, 2, "stand"), SettleStake.class);
    }

    @Test
    void standsByItselfWhenTimeIsUp() {
        String game = deal();

        database.execute("update games set due_at = now() where guild_id = ?", guild);

        var settle = Wire.read(wire.first(Topic.WALLET_REQUESTS, "hand-due:" + game + ":"), SettleStake.class);
        assertThat(settle.gameId()).isEqualTo(game);
        assertThat(status(game)).isEqualTo("SETTLING");
    }

    @Test
    void givesTheStakeBackWhereNobodyWasThereToTakeTheClicks() {
        String game = deal();

        forgetAbsences();
        database.execute("""
                with away as (update attendance set seen_at = now() - interval '10 minutes')
                update games set due_at = now() - interval '8 minutes' where guild_id = ?""", guild);

        var request = wire.first(Topic.WALLET_REQUESTS, "hand-due:" + game + ":");
        assertThat(Wire.read(request, ReleaseStake.class).gameId()).isEqualTo(game);
        assertThat(askedWhenDue(game)).isEqualTo(RELEASE);
        wire.ledger("released-" + game, new StakeReleased(guild, game, false));
        await().until(() -> status(game).equals("RETURNED"));
    }

    @Test
    void standsForAPlayerWhoHadTheirChanceBeforeNobodyWasThere() {
        String game = deal();

        forgetAbsences();
        database.execute("""
                with away as (update attendance set seen_at = now() - interval '9 minutes')
                update games set due_at = now() - interval '8 minutes' where guild_id = ?""", guild);

        assertThat(askedWhenDue(game)).isEqualTo(SETTLE);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 5, 110, economy.release-stake.v1", // back before the end
        "0, 0, 5, 95, economy.settle-stake.v1",
        "5, 50, 60, 110, economy.release-stake.v1", // away twice, neither time for long enough alone
        "5, 50, 60, 105, economy.settle-stake.v1",
        "-600, 50, 110, 600, economy.settle-stake.v1", // what was before the deal and after the end does not count
        "-600, 61, 90, 600, economy.release-stake.v1"
    })
    void addsUpAllThatNobodyWasThereInAHandsTime(int gone, int back, int goneAgain, int backAgain, String asked) {
        String game = deal();

        forgetAbsences();
        database.execute("""
                with away as (
                    insert into absences (gone_at, back_at)
                    select now() - interval '3 hours' + gone * interval '1 second',
                           now() - interval '3 hours' + back * interval '1 second'
                    from (values (?, ?), (?, ?)) v (gone, back) where gone < back)
                update games set due_at = now() - interval '3 hours' + interval '2 minutes' where guild_id = ?""", gone, back, goneAgain, backAgain, guild);

        assertThat(askedWhenDue(game)).isEqualTo(asked);
    }

    @Test
    void remembersThatNobodyWasThereWhenThatHappensAgain() {
        String game = deal();
        forgetAbsences();
        database.execute("""
                insert into absences (gone_at, back_at)
                values (now() - interval '26 hours', now() - interval '25 hours')""");

        database.execute("update attendance set seen_at = now() - interval '10 minutes'");
        await().until(() -> absencesOfToday() == 1);
        database.execute("update attendance set seen_at = now() - interval '11 seconds'");
        await().until(() -> absencesOfToday() == 2);
        assertThat(database.number("select count(*) from absences")).isEqualTo(2);
        database.execute("update games set due_at = now() - interval '8 minutes' where guild_id = ?", guild);

        assertThat(askedWhenDue(game)).isEqualTo(RELEASE);
    }

    @Test
    void sendsAStakeBackThatHasNoGame() {
        String result = wire.ledger("held-" + guild, held("nobody's"));

        assertThat(wire.requestOf(result, ReleaseStake.class)).isEqualTo(new ReleaseStake(guild, "nobody's"));
    }

    @Test
    void remembersASeedThatWasReplaced() {
        var before = Wire.read(wire.ask("fairness", by().command()), Answer.class);
        String commitment =
                before.message().embeds().getFirst().fields().getFirst().value();
        long flip = wire.send("coinflip", coinflip());
        String game = wire.requestOf(flip, PlayStake.class).gameId();
        wire.replyToMessage(wire.ledger("result-" + flip, settled(game, 148)));
        String button = button(before);

        var replaced = Wire.read(wire.ask("fairness.click", by().clicking(button)), MessageUpdate.class);
        var checked = Wire.read(wire.ask("fairness", by().with("game", flip).command()), Answer.class);

        assertThat(replaced.message().embeds().getFirst().fields().get(1).value())
                .isEqualTo(commitment);
        assertThat(checked.message().embeds().getFirst().description().orElseThrow())
                .contains("As promised");
    }

    @Test
    void checksAGameWhoseSeedTheSameBatchHasRevealed() {
        var before = Wire.read(wire.ask("fairness", by().command()), Answer.class);
        long flip = wire.send("coinflip", coinflip());
        String game = wire.requestOf(flip, PlayStake.class).gameId();
        wire.replyToMessage(wire.ledger("result-" + flip, settled(game, 148)));

        Command replace = by().clicking(button(before));
        Command check = by().with("game", game).command();
        pipelines
                .of(new GamesStore(), GamesHandlers.all(new SecureRandom(), TestTables.TIMES), List.of())
                .handle(Records.poll(record("fairness.click", replace), record("fairness", check)))
                .await()
                .atMost(Duration.ofSeconds(20));

        var checked =
                Wire.read(wire.replyTo(check.interaction().id()), Answer.class).message();
        assertThat(checked.embeds().getFirst().description().orElseThrow()).contains("As promised");
        assertThat(checked.embeds().getFirst().fields().get(3).value())
                .isEqualTo(
                        before.message().embeds().getFirst().fields().getFirst().value());
    }

    @Test
    void keepsASeedUntilTheLedgerHasAnsweredForItsCoin() {
        String button = button(Wire.read(wire.ask("fairness", by().command()), Answer.class));
        long flip = wire.send("coinflip", coinflip());
        String game = wire.requestOf(flip, PlayStake.class).gameId();

        var refused = Wire.read(wire.ask("fairness.click", by().clicking(button)), Answer.class);
        assertThat(refused.message().embeds().getFirst().footer()).contains("ALREADY_PLAYING");
        assertThat(database.number("select count(*) from revealed_seeds where guild_id = ?", guild))
                .isZero();

        wire.replyToMessage(wire.ledger("result-" + flip, settled(game, 148)));
        wire.ask("fairness.click", by().clicking(button));
        assertThat(database.number("select count(*) from revealed_seeds where guild_id = ?", guild))
                .isEqualTo(1);
    }

    private static String button(Answer sheet) {
        return sheet.message().rows().getFirst().buttons().getFirst().customId();
    }

    private String deal() {
        for (int attempt = 0; attempt < 10; attempt++) {
            long member = ALICE + attempt;
            long hand = wire.send("blackjack", by(member).with("amount", 100).command());
            HoldStake hold = wire.requestOf(hand, HoldStake.class);
            String result = wire.ledger("held-" + hand, held(hold.gameId()));
            await().until(() -> !status(hold.gameId()).equals("HOLDING"));
            if (status(hold.gameId()).equals("PLAYING")) {
                assertThat(Wire.read(wire.replyToMessage(result), Answer.class)
                                .message()
                                .rows())
                        .hasSize(1);
                return hold.gameId();
            }
        }
        throw new AssertionError("ten naturals in a row");
    }

    private long click(String game, int turn, String move) {
        return wire.send(
                "blackjack.click", by(playerOf(game)).clicking("games:blackjack:" + game + ":" + turn + ":" + move));
    }

    private static ConsumerRecord<String, byte[]> record(String words, Command body) {
        Interaction interaction = body.interaction();
        String topic = Topic.GAMES_COMMANDS.topicName();
        String id = Long.toString(interaction.id());
        return Records.record(topic, interaction.guildId(), id, "games." + words + ".v1", body);
    }

    private long playerOf(String game) {
        return database.number("select player_id from games where guild_id = ? and game_id = ?", guild, game);
    }

    /** Other tests were away too. */
    private void forgetAbsences() {
        database.execute("delete from absences");
    }

    private long absencesOfToday() {
        return database.number("select count(*) from absences where back_at > now() - interval '1 day'");
    }

    private String askedWhenDue(String game) {
        var request = wire.first(Topic.WALLET_REQUESTS, "hand-due:" + game + ":");
        return new String(request.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
    }

    private SlashCommand coinflip() {
        return by().with("amount", 50).with("choice", "heads").command();
    }

    private Acting by() {
        return by(ALICE);
    }

    private Acting by(long member) {
        return Acting.in(Records.interaction(guild, Records.newId()), member);
    }

    private StakeHeld held(String game) {
        return new StakeHeld(guild, game, ALICE, 100, 0, GOLD);
    }

    private StakeSettled settled(String game, long balance) {
        return new StakeSettled(guild, game, List.of(new Balance(playerOf(game), balance)), GOLD);
    }

    private StakeRefused refused(String game, Refusal refusal) {
        return new StakeRefused(guild, game, refusal, 50, 7, Optional.empty(), GOLD);
    }

    private String status(String game) {
        return database.texts("select status from games where guild_id = ? and game_id = ?", guild, game)
                .getFirst();
    }
}
