package dev.mitchbot.economy.messaging;

import static dev.mitchbot.economy.guild.TestGuild.textOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.mitchbot.contracts.economy.EconomyEvent.BalanceAdjusted;
import dev.mitchbot.contracts.economy.WalletRequest.HoldStake;
import dev.mitchbot.contracts.economy.WalletRequest.Payout;
import dev.mitchbot.contracts.economy.WalletRequest.PlayStake;
import dev.mitchbot.contracts.economy.WalletRequest.ReleaseStake;
import dev.mitchbot.contracts.economy.WalletRequest.SettleStake;
import dev.mitchbot.contracts.economy.WalletResult.Balance;
import dev.mitchbot.contracts.economy.WalletResult.Refusal;
import dev.mitchbot.contracts.economy.WalletResult.StakeHeld;
import dev.mitchbot.contracts.economy.WalletResult.StakeRefused;
import dev.mitchbot.contracts.economy.WalletResult.StakeReleased;
import dev.mitchbot.contracts.economy.WalletResult.StakeSettled;
import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.contracts.reply.Button;
import dev.mitchbot.contracts.reply.MessageBody;
import dev.mitchbot.contracts.reply.MessageUpdate;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.messaging.suite.Acting;
import dev.mitchbot.messaging.suite.Records;
import dev.mitchbot.messaging.suite.Servers;
import dev.mitchbot.messaging.suite.Tap;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every command and request from its topic to its answer, with the real broker and the real database in between. */
@QuarkusTest
@QuarkusTestResource(value = Servers.class, restrictToAnnotatedClass = false)
class EconomyThroughKafkaIT {
    private static final long ALICE = 1_001;
    private static final long BOB = 1_002;
    private static final Optional<String> COINS = Optional.of("coins");

    private final long guild = Records.newId();

    @Inject
    EconomyWire wire;

    @Inject
    EconomyDatabase database;

    @AfterEach
    void booksAreRight() {
        database.assertBooksAreRight();
    }

    @Test
    void looksAtAWalletWithoutWritingAnything() {
        assertThat(textOf(wire.answerTo("balance", by(ALICE).command()))).contains("100 coins");
        assertThat(textOf(wire.answerTo(
                        "eco.balance", by(ALICE).inCharge().naming("user", BOB).command())))
                .contains("100 coins");

        assertThat(rows("accounts")).isZero();
        assertThat(rows("books")).isZero();
        assertThat(rows("inbox")).isZero();
    }

    @Test
    void paysTheDailyRewardOnceAndNamesTheTimeOfTheNext() {
        assertThat(textOf(wire.answerTo("daily", by(ALICE).command()))).contains("200 coins");
        Answer second = wire.answerTo("daily", by(ALICE).command());

        assertThat(textOf(second)).contains("<t:").endsWith("COOLDOWN");
        assertThat(second.ephemeral()).isTrue();
        assertThat(balance(ALICE)).isEqualTo(200);
        assertThat(reasons(ALICE)).containsExactly("OPENING", "DAILY");
    }

    @Test
    void paysForWorkWithinTheLimits() {
        wire.answerTo("work", by(ALICE).command());

        assertThat(balance(ALICE)).isBetween(150L, 250L);
        assertThat(textOf(wire.answerTo("work", by(ALICE).command()))).endsWith("COOLDOWN");
    }

    @Test
    void movesCoinsBetweenMembers() {
        Answer given = wire.answerTo(
                "give", by(ALICE).naming("user", BOB).with("amount", 60).command());

        assertThat(textOf(given)).contains("<@1001> has 40 coins", "<@1002> has 160 coins");
        assertThat(textOf(wire.answerTo(
                        "give", by(ALICE).naming("user", BOB).with("amount", 41).command())))
                .contains("41 coins", "40 coins")
                .endsWith("INSUFFICIENT_FUNDS");
        assertThat(balance(ALICE)).isEqualTo(40);
        assertThat(balance(BOB)).isEqualTo(160);
    }

    @Test
    void adjustsABalanceAndTellsTheOthers() {
        var adding = by(ALICE)
                .inCharge()
                .naming("user", BOB)
                .with("amount", 500)
                .with("reason", "prize")
                .command();
        wire.answerTo("eco.add", adding);
        wire.answerTo(
                "eco.remove",
                by(ALICE).inCharge().naming("user", BOB).with("amount", 100).command());
        wire.answerTo(
                "eco.set",
                by(ALICE).inCharge().naming("user", BOB).with("amount", 7).command());

        assertThat(balance(BOB)).isEqualTo(7);
        assertThat(reasons(BOB)).containsExactly("OPENING", "ADMIN_ADD", "ADMIN_REMOVE", "ADMIN_SET");
        var event = wire.first(Topic.ECONOMY_EVENTS, adding.interaction().id() + "/");
        assertThat(EconomyWire.read(event, BalanceAdjusted.class))
                .extracting("userId", "actorId", "amount", "balance", "reason")
                .containsExactly(BOB, ALICE, 500L, 600L, "prize");
    }

    @Test
    void refusesToAdjustForWhoeverIsNotInCharge() {
        var asking = by(ALICE).naming("user", BOB).with("amount", 500).command();

        assertThat(textOf(wire.answerTo("eco.add", asking))).endsWith("MISSING_PERMISSION");
        assertThat(rows("entries")).isZero();
    }

    @Test
    void takesEffectOnceAndAnswersAlikeWhenACommandComesTwice() {
        var daily = by(ALICE).command();
        wire.answerTo("daily", daily);
        wire.send("daily", daily);

        String id = daily.interaction().id() + "/";
        await().until(() -> wire.heard(Topic.REPLIES, id).size() == 2);
        assertThat(wire.heard(Topic.REPLIES, id).getFirst().value())
                .isEqualTo(wire.heard(Topic.REPLIES, id).getLast().value());
        assertThat(balance(ALICE)).isEqualTo(200);
    }

    @Test
    void keepsTwoGuildsApart() {
        long other = Records.newId();
        wire.answerTo("daily", by(ALICE).command());
        wire.answerTo(
                "daily",
                Acting.in(Records.interaction(other, Records.newId()), ALICE).command());
        wire.answerTo("give", by(ALICE).naming("user", BOB).with("amount", 200).command());

        assertThat(balance(ALICE)).isZero();
        assertThat(database.number("select balance from accounts where guild_id = ? and account_id = ?", other, ALICE))
                .isEqualTo(200);
        assertThat(database.texts("select entry_number from entries where guild_id = ? order by 1", other))
                .containsExactly("1", "2", "3", "4");
    }

    @Test
    void followsTheGuildsOwnSettings() {
        database.execute(
                "insert into guild_settings (guild_id, currency_name, starting_balance, daily_reward) values (?, 'gold', 0, 0)",
                guild);

        assertThat(textOf(wire.answerTo("daily", by(ALICE).command()))).contains("**0 gold**", "0 gold now");

        database.execute("update guild_settings set enabled = false where guild_id = ?", guild);
        assertThat(textOf(wire.answerTo("balance", by(ALICE).command()))).endsWith("ECONOMY_DISABLED");
        assertThat(textOf(wire.answerTo(
                        "eco.add",
                        by(ALICE)
                                .inCharge()
                                .naming("user", BOB)
                                .with("amount", 5)
                                .command())))
                .endsWith("ECONOMY_DISABLED");
    }

    @Test
    void turnsThePagesOfTheLeaderboard() {
        assertThat(textOf(wire.answerTo("leaderboard", by(ALICE).command()))).endsWith("NOTHING_TO_SHOW");
        for (long rank = 1; rank <= 25; rank++) {
            var setting = by(ALICE).inCharge().naming("user", 2_000 + rank).with("amount", 50 * (1 + (25 - rank) / 5));
            wire.send("eco.set", setting.command());
        }
        wire.answerTo(
                "eco.set",
                by(ALICE).inCharge().naming("user", 3_000).with("amount", 0).command());

        MessageBody first = wire.answerTo("leaderboard", by(ALICE).command()).message();
        MessageBody second = press(next(first));
        MessageBody third = press(next(second));
        List<String> forth = new ArrayList<>();
        List.of(first, second, third).forEach(page -> forth.addAll(lines(page)));

        assertThat(forth).hasSize(25).doesNotHaveDuplicates();
        assertThat(forth.getFirst()).contains("<@2005> · 250 coins");
        assertThat(forth.getLast()).isEqualTo("**25.** <@2021> · 50 coins");
        assertThat(next(third).disabled()).isTrue();
        MessageBody secondAgain = press(previous(third));
        assertThat(secondAgain).isEqualTo(second);
        assertThat(press(previous(secondAgain))).isEqualTo(first);
    }

    @Test
    void findsAPageByOneWalkAlongTheIndex() {
        database.execute(
                "insert into accounts select ?, 5000 + n, 100 + n / 50, 1 from generate_series(1, 20000) n", guild);
        database.execute(
                "insert into accounts select ?, 1, -sum(balance), 1 from accounts where guild_id = ?", guild, guild);
        database.execute("analyze accounts");
        List<String> plan =
                database.texts("explain (analyze, buffers off, timing off, summary off) select account_id from accounts"
                        + " where guild_id = " + guild + " and account_id > 4 and balance > 0"
                        + " and (balance, account_id) < (150, 7500)"
                        + " order by balance desc, account_id desc limit 11");

        assertThat(plan).anyMatch(line -> line.contains("accounts_standings"));
        assertThat(plan).noneMatch(line -> line.contains("Sort") || line.contains("Rows Removed"));
        database.execute("delete from accounts where guild_id = ?", guild);
    }

    @Test
    void neverRewritesHistory() {
        wire.answerTo("daily", by(ALICE).command());

        for (String rewriting : List.of(
                "update entries set amount = 1 where guild_id = " + guild,
                "delete from entries where guild_id = " + guild,
                "truncate entries")) {
            assertThatThrownBy(() -> database.execute(rewriting)).hasMessageContaining("never changed");
        }
        assertThatThrownBy(() -> database.execute(
                        "update accounts set balance = -1 where guild_id = ? and account_id = ?", guild, ALICE))
                .hasMessageContaining("wallet_not_negative");
    }

    @Test
    void holdsAndSettlesAStake() {
        Instant later = Instant.now().plusSeconds(600);

        assertThat(wire.ask(new HoldStake(guild, "g-1", "duel", ALICE, 60, later, Optional.empty()), StakeHeld.class))
                .isEqualTo(new StakeHeld(guild, "g-1", ALICE, 60, 40, COINS));
        assertThat(wire.ask(new HoldStake(guild, "g-1", "duel", ALICE, 1, later, Optional.empty()), StakeRefused.class)
                        .refusal())
                .isEqualTo(Refusal.ALREADY_HELD);
        assertThat(wire.ask(new HoldStake(guild, "g-2", "duel", ALICE, 1, later, Optional.empty()), StakeRefused.class)
                        .refusal())
                .isEqualTo(Refusal.TOO_SOON);
        wire.ask(new HoldStake(guild, "g-1", "duel", BOB, 60, later, Optional.empty()), StakeHeld.class);
        assertThat(textOf(wire.answerTo(
                        "give", by(ALICE).naming("user", BOB).with("amount", 41).command())))
                .endsWith("INSUFFICIENT_FUNDS");

        assertThat(wire.ask(new SettleStake(guild, "g-1", List.of(new Payout(BOB, 117))), StakeSettled.class))
                .isEqualTo(
                        new StakeSettled(guild, "g-1", List.of(new Balance(ALICE, 40), new Balance(BOB, 157)), COINS));
        assertThat(wire.ask(new SettleStake(guild, "g-1", List.of(new Payout(BOB, 117))), StakeRefused.class)
                        .refusal())
                .isEqualTo(Refusal.NOT_HELD);
        assertThat(rows("holds")).isZero();
    }

    @Test
    void givesAStakeBackWhenItsGameIsCalledOff() {
        wire.ask(
                new HoldStake(guild, "g-1", "duel", ALICE, 60, Instant.now().plusSeconds(600), Optional.empty()),
                StakeHeld.class);

        assertThat(wire.ask(new ReleaseStake(guild, "g-1"), StakeReleased.class))
                .isEqualTo(new StakeReleased(guild, "g-1", false));
        assertThat(balance(ALICE)).isEqualTo(100);
    }

    @Test
    void playsAnInstantGame() {
        assertThat(wire.ask(
                        new PlayStake(guild, "g-1", "coinflip", ALICE, 50, 98, Optional.empty()), StakeSettled.class))
                .isEqualTo(new StakeSettled(guild, "g-1", List.of(new Balance(ALICE, 148)), COINS));
    }

    @Test
    void givesAnExpiredStakeBackOnceByItself() {
        String game = "g-" + guild;
        wire.ask(
                new HoldStake(guild, game, "duel", ALICE, 60, Instant.now().plusMillis(1_500), Optional.empty()),
                StakeHeld.class);
        wire.ask(
                new HoldStake(guild, game, "duel", BOB, 60, Instant.now().plusMillis(1_500), Optional.empty()),
                StakeHeld.class);

        var released = wire.first(Topic.WALLET_RESULTS, "hold-expiry:" + game + ":");
        assertThat(EconomyWire.read(released, StakeReleased.class)).isEqualTo(new StakeReleased(guild, game, true));
        assertThat(Tap.header(released, "ce_type")).isEqualTo("economy.stake-released.v1");
        assertThat(wire.ask(new SettleStake(guild, game, List.of(new Payout(ALICE, 120))), StakeRefused.class)
                        .refusal())
                .isEqualTo(Refusal.NOT_HELD);
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(4))
                .until(() -> expiriesOf(game) == 1 && balance(ALICE) == 100 && balance(BOB) == 100);
    }

    private long expiriesOf(String game) {
        return wire.heard(Topic.WALLET_RESULTS, "hold-expiry:" + game + ":").size();
    }

    private MessageBody press(Button button) {
        var click = by(BOB).clicking(button.customId());
        return EconomyWire.read(wire.click(click), MessageUpdate.class).message();
    }

    private Acting by(long member) {
        return Acting.in(Records.interaction(guild, Records.newId()), member);
    }

    private long balance(long member) {
        return database.number("select balance from accounts where guild_id = ? and account_id = ?", guild, member);
    }

    private List<String> reasons(long member) {
        return database.texts(
                "select reason from entries where guild_id = ? and account_id = ? order by entry_number",
                guild,
                member);
    }

    private long rows(String table) {
        return database.number("select count(*) from " + table + " where guild_id = ?", guild);
    }

    private static List<String> lines(MessageBody page) {
        return page.embeds().getFirst().description().orElseThrow().lines().toList();
    }

    private static Button previous(MessageBody page) {
        return page.rows().getFirst().buttons().getFirst();
    }

    private static Button next(MessageBody page) {
        return page.rows().getFirst().buttons().getLast();
    }
}
