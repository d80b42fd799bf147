package dev.mitchbot.games.blackjack;

import static dev.mitchbot.games.guild.TestTables.TIMES;
import static dev.mitchbot.games.guild.TestTables.after;
import static dev.mitchbot.games.guild.TestTables.body;
import static dev.mitchbot.games.guild.TestTables.codeOf;
import static dev.mitchbot.games.guild.TestTables.game;
import static dev.mitchbot.games.guild.TestTables.guild;
import static dev.mitchbot.games.guild.TestTables.now;
import static dev.mitchbot.games.guild.TestTables.textOf;
import static dev.mitchbot.messaging.suite.Acting.ALICE;
import static dev.mitchbot.messaging.suite.Acting.BOB;
import static dev.mitchbot.messaging.suite.Acting.GUILD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.contracts.command.Interaction;
import dev.mitchbot.contracts.economy.WalletRequest.HoldStake;
import dev.mitchbot.contracts.economy.WalletRequest.ReleaseStake;
import dev.mitchbot.contracts.economy.WalletRequest.SettleStake;
import dev.mitchbot.contracts.economy.WalletResult.Balance;
import dev.mitchbot.contracts.economy.WalletResult.Refusal;
import dev.mitchbot.contracts.economy.WalletResult.StakeHeld;
import dev.mitchbot.contracts.economy.WalletResult.StakeRefused;
import dev.mitchbot.contracts.economy.WalletResult.StakeReleased;
import dev.mitchbot.contracts.economy.WalletResult.StakeSettled;
import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.contracts.reply.MessageUpdate;
import dev.mitchbot.games.guild.Decision;
import dev.mitchbot.games.guild.GuildGames;
import dev.mitchbot.games.guild.Moment;
import dev.mitchbot.games.guild.Tables;
import dev.mitchbot.games.session.Session;
import dev.mitchbot.games.session.Status;
import dev.mitchbot.games.stakes.WhenHeld;
import dev.mitchbot.games.stakes.WhenRefused;
import dev.mitchbot.games.stakes.WhenReleased;
import dev.mitchbot.games.stakes.WhenSettled;
import dev.mitchbot.messaging.suite.Acting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A hand between its player and the ledger, message by message. */
class HandOfBlackjackTest {
    private static final Duration TOO_LONG = Duration.ofMinutes(3);
    private static final Optional<String> GOLD = Optional.of("gold");
    private static final String ID = "g-0";

    private final GuildGames guild = guild();
    private final BlackjackTable table = new BlackjackTable(TIMES);
    private final Tables tables = new Tables(List.of(table));

    @Test
    void asksForTheStakeBeforeAnyCardIsShown() {
        Decision begun = begin(1);

        assertThat(begun.reply()).isEmpty();
        assertThat(begun.request())
                .contains(new HoldStake(
                        GUILD,
                        ID,
                        "blackjack",
                        ALICE,
                        100,
                        now().now().plus(TIMES.hold()),
                        Optional.of(now().now().plus(Duration.ofMinutes(12)))));
        assertThat(game(guild, ID).progress().state()).isEqualTo(Round.UNDEALT);
    }

    @Test
    void showsTheHandOnceTheStakeIsHeld() {
        Decision dealt = dealt();

        assertThat(dealt.reply().orElseThrow()).isInstanceOf(Answer.class);
        assertThat(textOf(dealt)).contains("100 gold");
        assertThat(body(dealt.reply().get())
                        .embeds()
                        .getFirst()
                        .fields()
                        .getLast()
                        .value())
                .startsWith("🂠")
                .doesNotContain(round().dealer().cards().getFirst().toString());
        assertThat(buttons(dealt)).containsExactly("games:blackjack:g-0:1:hit", "games:blackjack:g-0:1:stand");
    }

    @Test
    void settlesOnceAndShowsTheEndOnlyThen() {
        dealt();

        Decision stood = click(ALICE, 1, "stand");
        assertThat(stood.reply()).isEmpty();
        assertThat(stood.request().orElseThrow()).isInstanceOf(SettleStake.class);
        Decision settled = settled();

        assertThat(settled.reply().orElseThrow()).isInstanceOf(MessageUpdate.class);
        assertThat(buttons(settled)).isEmpty();
        assertThat(settled.event()).isPresent();
        assertThat(game(guild, ID).status()).isEqualTo(Status.ENDED);
        assertThat(settled()).isEqualTo(Decision.NOTHING);
    }

    @Test
    void countsAClickForItsOwnTurnAlone() {
        dealtForMoreThanOneTurn();
        Decision hit = click(ALICE, 1, "hit");

        assertThat(buttons(hit)).containsExactly("games:blackjack:g-0:2:hit", "games:blackjack:g-0:2:stand");
        assertThat(codeOf(click(ALICE, 1, "hit"))).isEqualTo("STALE_BUTTON");
        assertThat(round().player().size()).isEqualTo(3);
        assertThat(codeOf(click(ALICE, 7, "stand"))).isEqualTo("STALE_BUTTON");
        assertThat(codeOf(click(BOB, 2, "stand"))).isEqualTo("NOT_YOUR_GAME");
    }

    @Test
    void showsTheCurrentBoardToWhoClicksOnAnOlderOne() {
        dealtForMoreThanOneTurn();
        click(ALICE, 1, "hit");

        assertThat(codeOf(clickAfter(Duration.ofMillis(2_999), 1, "stand"))).isEqualTo("STALE_BUTTON");
        Decision current = clickAfter(Duration.ofSeconds(3), 1, "stand");

        assertThat(current.reply().orElseThrow()).isInstanceOf(MessageUpdate.class);
        assertThat(textOf(current)).contains("already made", "100 gold");
        assertThat(buttons(current)).containsExactly("games:blackjack:g-0:2:hit", "games:blackjack:g-0:2:stand");
        assertThat(current.request()).isEmpty();
        assertThat(round().player().size()).isEqualTo(3);
        assertThat(clickAfter(Duration.ofSeconds(4), 2, "stand").request().orElseThrow())
                .isInstanceOf(SettleStake.class);
    }

    @Test
    void showsNoBoardToPlayOnWhenTimeIsUp() {
        dealtForMoreThanOneTurn();
        click(ALICE, 1, "hit");

        assertThat(codeOf(clickAfter(TOO_LONG, 1, "stand"))).isEqualTo("TIME_IS_UP");
    }

    @Test
    void answersTheSecondOfTwoClicksThatEndAHand() {
        dealt();
        click(ALICE, 1, "stand");

        assertThat(codeOf(click(ALICE, 1, "stand"))).isEqualTo("STALE_BUTTON");
        settled();
        Decision late = click(ALICE, 1, "stand");
        assertThat(late.request()).isEmpty();
        assertThat(textOf(late)).contains("This hand is over");
        assertThat(buttons(late)).isEmpty();
    }

    @Test
    void saysSoWhereTheHandIsUnknown() {
        Decision gone = click(ALICE, 1, "hit");

        assertThat(codeOf(gone)).isEqualTo("SESSION_GONE");
        assertThat(gone.reply().orElseThrow()).isInstanceOf(MessageUpdate.class);
    }

    @Test
    void playsOneHandAtATime() {
        dealt();

        assertThat(codeOf(begin(2, after(Duration.ofSeconds(9))))).isEqualTo("ALREADY_PLAYING");
        click(ALICE, 1, "stand");
        assertThat(begin(2, after(Duration.ofSeconds(10))).request()).isPresent();
    }

    @Test
    void refusesAStakeThatIsNone() {
        for (String amount : List.of("0", "-5", "x", "9999999999999999")) {
            Decision refused = new DealHand(new SplittableRandom(1), TIMES)
                    .decide(Acting.by(ALICE).with("amount", amount).command(), guild, now());
            assertThat(codeOf(refused)).isEqualTo("INVALID_AMOUNT");
            assertThat(textOf(refused)).contains("from 1 to 9,007,199,254,740,991");
        }
    }

    @Test
    void tellsThePlayerWhatTheLedgerRefused() {
        begin(1);
        Decision refused = refused(Refusal.INSUFFICIENT_FUNDS);

        assertThat(codeOf(refused)).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(textOf(refused)).contains("100 gold", "7 gold");
        assertThat(game(guild, ID).status()).isEqualTo(Status.REFUSED);
        assertThat(begin(2, after(Duration.ofSeconds(9))).request()).isPresent();
    }

    @Test
    void standsWhenTimeIsUp() {
        dealt();
        assertThat(due(after(Duration.ofMinutes(1)), true)).isEqualTo(Decision.NOTHING);
        assertThat(codeOf(click(ALICE, 1, "hit", after(TOO_LONG)))).isEqualTo("TIME_IS_UP");

        Decision stood = due(after(TOO_LONG), true);

        assertThat(stood.request().orElseThrow()).isInstanceOf(SettleStake.class);
        assertThat(due(after(TOO_LONG), true)).isEqualTo(Decision.NOTHING);
        assertThat(settled().reply().orElseThrow()).isInstanceOf(MessageUpdate.class);
    }

    @Test
    void givesTheStakeBackToWhomWeGaveNoChance() {
        dealt();

        assertThat(due(after(TOO_LONG), false).request()).contains(new ReleaseStake(GUILD, ID));
        assertThat(game(guild, ID).status()).isEqualTo(Status.RELEASING);
        Decision returned = new WhenReleased(tables).decide(new StakeReleased(GUILD, ID, false), guild, now());
        assertThat(textOf(returned)).contains("100 gold", "back");
        assertThat(game(guild, ID).status()).isEqualTo(Status.RETURNED);
    }

    @Test
    void callsAHandOffWhoseStakeHasExpired() {
        dealt();

        Decision off = new WhenReleased(tables).decide(new StakeReleased(GUILD, ID, true), guild, now());

        assertThat(off.request()).isEmpty();
        assertThat(textOf(off)).contains("called off");
        assertThat(textOf(click(ALICE, 1, "stand"))).contains("called off");
    }

    @Test
    void callsAHandOffWhoseStakeWasGoneBeforeItCouldBePaid() {
        dealt();
        click(ALICE, 1, "stand");

        assertThat(textOf(refused(Refusal.NOT_HELD))).contains("called off");
        assertThat(game(guild, ID).progress().payout()).isZero();
    }

    @Test
    void asksForTheStakeBackWhereTheLedgerCannotPay() {
        dealt();
        click(ALICE, 1, "stand");

        assertThat(refused(Refusal.INVALID_AMOUNT).request()).contains(new ReleaseStake(GUILD, ID));
        assertThat(game(guild, ID).status()).isEqualTo(Status.RELEASING);
    }

    @Test
    void asksAgainForAStakeWhoseFateIsUnknown() {
        begin(1);

        assertThat(due(after(Duration.ofMinutes(17)), true).request()).contains(new ReleaseStake(GUILD, ID));
        assertThat(due(after(Duration.ofMinutes(18)), true)).isEqualTo(Decision.NOTHING);
        assertThat(due(after(Duration.ofMinutes(22)), true).request()).contains(new ReleaseStake(GUILD, ID));
        assertThat(refused(Refusal.NOT_HELD).reply()).isPresent();
        assertThat(game(guild, ID).status()).isEqualTo(Status.RETURNED);
    }

    @Test
    void sendsAStakeBackThatComesTooLateForAHand() {
        begin(1);

        assertThat(held(after(Duration.ofMinutes(13))).request()).contains(new ReleaseStake(GUILD, ID));
        assertThat(round()).isEqualTo(Round.UNDEALT);
    }

    @Test
    void sendsAStakeBackThatHasNoGame() {
        assertThat(held(now()).request()).contains(new ReleaseStake(GUILD, ID));
        begin(1);
        refused(Refusal.TOO_LATE);
        assertThat(held(now()).request()).contains(new ReleaseStake(GUILD, ID));
    }

    @Test
    void endsANaturalWithTheDeal() {
        long natural = seedOfAHandThatIs(Status.SETTLING, other -> {});
        begin(natural);

        Decision dealt = held(now());

        assertThat(dealt.reply()).isEmpty();
        assertThat(dealt.request().orElseThrow()).isInstanceOf(SettleStake.class);
        assertThat(settled().reply().orElseThrow()).isInstanceOf(Answer.class);
    }

    /** A hand that is not over with the deal. */
    private Decision dealt() {
        begin(seedOfAHandThatIs(Status.PLAYING, other -> {}));
        return held(now());
    }

    /** A hand that is not over with the first hit. */
    private void dealtForMoreThanOneTurn() {
        begin(seedOfAHandThatIs(Status.PLAYING, other -> click(other, ALICE, 1, "hit", now())));
        held(now());
    }

    /** The first seed with which a hand has this status after its deal and what is done then. */
    private long seedOfAHandThatIs(Status status, Consumer<GuildGames> then) {
        return LongStream.range(1, 1_000)
                .filter(seed -> {
                    GuildGames other = guild();
                    new DealHand(new SplittableRandom(seed), TIMES).decide(command(), other, now());
                    new WhenHeld(tables).decide(new StakeHeld(GUILD, ID, ALICE, 100, 0, GOLD), other, now());
                    then.accept(other);
                    return game(other, ID).status() == status;
                })
                .findFirst()
                .orElseThrow();
    }

    private Decision begin(long seed) {
        return begin(seed, now());
    }

    private Decision begin(long seed, Moment moment) {
        return new DealHand(new SplittableRandom(seed), TIMES).decide(command(), guild, moment);
    }

    private static dev.mitchbot.contracts.command.SlashCommand command() {
        return Acting.by(ALICE).with("amount", 100).command();
    }

    private Decision held(Moment moment) {
        return new WhenHeld(tables).decide(new StakeHeld(GUILD, ID, ALICE, 100, 0, GOLD), guild, moment);
    }

    private Decision settled() {
        return new WhenSettled(tables)
                .decide(new StakeSettled(GUILD, ID, List.of(new Balance(ALICE, 5)), GOLD), guild, now());
    }

    private Decision refused(Refusal refusal) {
        return new WhenRefused(tables, TIMES)
                .decide(new StakeRefused(GUILD, ID, refusal, 100, 7, Optional.empty(), GOLD), guild, now());
    }

    private Decision click(long member, int turn, String move) {
        return click(member, turn, move, now());
    }

    private Decision click(long member, int turn, String move, Moment moment) {
        return click(guild, member, turn, move, moment);
    }

    /** A click of Alice's that was made so long after her command. */
    private Decision clickAfter(Duration time, int turn, String move) {
        Interaction interaction = new Interaction(77 + (time.toMillis() << 22), 1, "token", GUILD, 2);
        return new PressButton(table)
                .decide(
                        Acting.in(interaction, ALICE).clicking("games:blackjack:" + ID + ":" + turn + ":" + move),
                        guild,
                        after(time));
    }

    private Decision click(GuildGames where, long member, int turn, String move, Moment moment) {
        return new PressButton(table)
                .decide(Acting.by(member).clicking("games:blackjack:" + ID + ":" + turn + ":" + move), where, moment);
    }

    private Decision due(Moment moment, boolean attended) {
        return new EndHand(table).decide(new HandDue(GUILD, ID, attended), guild, moment);
    }

    private Round round() {
        Session session = game(guild, ID);
        return (Round) session.progress().state();
    }

    private static List<String> buttons(Decision decision) {
        return body(decision.reply().orElseThrow()).rows().stream()
                .flatMap(row -> row.buttons().stream())
                .map(button -> button.customId())
                .toList();
    }
}
