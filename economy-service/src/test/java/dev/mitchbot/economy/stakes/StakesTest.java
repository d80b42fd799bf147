package dev.mitchbot.economy.stakes;

import static dev.mitchbot.economy.guild.TestGuild.after;
import static dev.mitchbot.economy.guild.TestGuild.guild;
import static dev.mitchbot.economy.guild.TestGuild.now;
import static dev.mitchbot.messaging.suite.Acting.ALICE;
import static dev.mitchbot.messaging.suite.Acting.BOB;
import static dev.mitchbot.messaging.suite.Acting.CAROL;
import static dev.mitchbot.messaging.suite.Acting.GUILD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.contracts.economy.WalletRequest.HoldStake;
import dev.mitchbot.contracts.economy.WalletRequest.Payout;
import dev.mitchbot.contracts.economy.WalletRequest.PlayStake;
import dev.mitchbot.contracts.economy.WalletRequest.ReleaseStake;
import dev.mitchbot.contracts.economy.WalletRequest.SettleStake;
import dev.mitchbot.contracts.economy.WalletResult;
import dev.mitchbot.contracts.economy.WalletResult.Balance;
import dev.mitchbot.contracts.economy.WalletResult.Refusal;
import dev.mitchbot.contracts.economy.WalletResult.StakeHeld;
import dev.mitchbot.contracts.economy.WalletResult.StakeRefused;
import dev.mitchbot.contracts.economy.WalletResult.StakeReleased;
import dev.mitchbot.contracts.economy.WalletResult.StakeSettled;
import dev.mitchbot.economy.claims.Claim;
import dev.mitchbot.economy.escrow.Hold;
import dev.mitchbot.economy.guild.GuildEconomy;
import dev.mitchbot.economy.guild.Moment;
import dev.mitchbot.economy.guild.TestGuild;
import dev.mitchbot.economy.ledger.Accounts;
import dev.mitchbot.economy.ledger.Entry;
import dev.mitchbot.economy.ledger.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StakesTest {
    private static final Instant SOON = TestGuild.NOW.plusSeconds(120);
    private static final Optional<String> COINS = Optional.of("coins");

    private final GuildEconomy guild =
            guild().holding(ALICE, 500).holding(BOB, 300).open();

    @Test
    void holdsAStakeInEscrow() {
        assertThat(hold(ALICE, 200)).isEqualTo(new StakeHeld(GUILD, "g-1", ALICE, 200, 300, COINS));

        assertThat(guild.ledger().balance(Accounts.ESCROW)).isEqualTo(200);
        assertThat(guild.ledger().entries())
                .allSatisfy(entry -> assertThat(entry.cause().note()).contains("duel"))
                .extracting(entry -> entry.cause().reason())
                .containsOnly(Reason.STAKE_HELD);
        assertThat(guild.holds().added()).containsExactly(new Hold("g-1", ALICE, "duel", 200, 2, SOON));
    }

    @Test
    void keepsNoStakeForLongerThanADay() {
        new HoldStakes()
                .decide(
                        new HoldStake(
                                GUILD,
                                "g-1",
                                "duel",
                                ALICE,
                                1,
                                TestGuild.NOW.plus(Duration.ofDays(9)),
                                Optional.empty()),
                        guild,
                        now());

        assertThat(guild.holds().added())
                .extracting(Hold::expiresAt)
                .containsExactly(TestGuild.NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void refusesMoreThanThePlayerHas() {
        assertThat(hold(ALICE, 501)).isEqualTo(refused(Refusal.INSUFFICIENT_FUNDS, 501, 500));
        assertThat(play(ALICE, 501, 0)).isEqualTo(refused(Refusal.INSUFFICIENT_FUNDS, 501, 500));
        assertNothingMoved();
    }

    @Test
    void refusesAStakeThatCouldOnlyBePaidFromItsOwnWinnings() {
        assertThat(play(ALICE, 501, 5_000)).isEqualTo(refused(Refusal.INSUFFICIENT_FUNDS, 501, 500));
        assertNothingMoved();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void refusesAStakeOfNothing(long amount) {
        assertThat(hold(ALICE, amount)).isEqualTo(refused(Refusal.INVALID_AMOUNT, 1, 500));
        assertThat(play(ALICE, amount, 1)).isEqualTo(refused(Refusal.INVALID_AMOUNT, 1, 500));
        assertNothingMoved();
    }

    @Test
    void refusesAStakeAboveTheGuildsMaximum() {
        assertThat(hold(ALICE, 1_000_001)).isEqualTo(refused(Refusal.STAKE_TOO_HIGH, 1_000_000, 500));
        assertThat(play(ALICE, Long.MAX_VALUE, 0)).isEqualTo(refused(Refusal.STAKE_TOO_HIGH, 1_000_000, 500));
        assertNothingMoved();
    }

    @Test
    void refusesASecondStakeWithinThreeSeconds() {
        play(ALICE, 1, 0);

        assertThat(hold(ALICE, 1))
                .isEqualTo(new StakeRefused(
                        GUILD, "g-1", Refusal.TOO_SOON, 1, 499, Optional.of(TestGuild.NOW.plusSeconds(3)), COINS));
        assertThat(hold(BOB, 1)).isInstanceOf(StakeHeld.class);
        assertThat(hold(ALICE, 1, after(Duration.ofSeconds(3)))).isInstanceOf(StakeHeld.class);
    }

    @Test
    void refusesAStakeForWhichNobodyWaitsAnyMore() {
        Optional<Instant> over = Optional.of(TestGuild.NOW);

        assertThat(new PlayStakes().decide(new PlayStake(GUILD, "g-1", "dice", ALICE, 1, 0, over), guild, now()))
                .contains(refused(Refusal.TOO_LATE, 1, 500));
        assertThat(new HoldStakes().decide(new HoldStake(GUILD, "g-1", "duel", ALICE, 1, SOON, over), guild, now()))
                .contains(refused(Refusal.TOO_LATE, 1, 500));
        assertThat(hold(ALICE, 1, after(Duration.ofSeconds(120)))).isEqualTo(refused(Refusal.TOO_LATE, 1, 500));
        assertNothingMoved();
    }

    @Test
    void takesAStakeUpToTheLastMoment() {
        Optional<Instant> next = Optional.of(TestGuild.NOW.plusNanos(1));

        assertThat(new PlayStakes().decide(new PlayStake(GUILD, "g-1", "dice", ALICE, 1, 0, next), guild, now()))
                .contains(settled(499));
    }

    @Test
    void refusesASecondHoldOfOnePlayerInOneGame() {
        hold(ALICE, 1);

        assertThat(hold(ALICE, 1, after(Duration.ofMinutes(1)))).isEqualTo(refused(Refusal.ALREADY_HELD, 1, 499));
    }

    @Test
    void refusesStakesWhileTheEconomyIsSwitchedOff() {
        GuildEconomy off =
                guild().with(TestGuild.switchedOff()).holding(ALICE, 5).open();

        assertThat(new HoldStakes().decide(stake(ALICE, 1), off, now()))
                .contains(refused(Refusal.ECONOMY_DISABLED, 1, 5));
        assertThat(new PlayStakes()
                        .decide(new PlayStake(GUILD, "g-1", "dice", ALICE, 1, 0, Optional.empty()), off, now()))
                .contains(refused(Refusal.ECONOMY_DISABLED, 1, 5));
    }

    @Test
    void paysAWinnerFromEscrowAndHouse() {
        hold(ALICE, 200);

        assertThat(settle(new Payout(ALICE, 500)))
                .isEqualTo(new StakeSettled(GUILD, "g-1", List.of(new Balance(ALICE, 800)), COINS));

        assertThat(guild.ledger().balance(Accounts.ESCROW)).isZero();
        assertThat(guild.ledger().balance(Accounts.HOUSE)).isEqualTo(-300);
        assertThat(guild.holds().added()).isEmpty();
    }

    @Test
    void givesALostStakeToTheHouse() {
        hold(ALICE, 200);

        assertThat(settle()).isEqualTo(new StakeSettled(GUILD, "g-1", List.of(new Balance(ALICE, 300)), COINS));
        assertThat(guild.ledger().balance(Accounts.HOUSE)).isEqualTo(200);
    }

    @Test
    void paysBothStakesToTheWinnerOfADuel() {
        hold(ALICE, 200);
        hold(BOB, 200);

        assertThat(settle(new Payout(BOB, 400)))
                .isEqualTo(
                        new StakeSettled(GUILD, "g-1", List.of(new Balance(ALICE, 300), new Balance(BOB, 500)), COINS));
        assertThat(guild.ledger().balance(Accounts.HOUSE)).isZero();
        assertThat(guild.ledger().entries().reversed().stream().limit(2).map(Entry::amount))
                .containsExactly(400L, -400L);
    }

    @Test
    void addsUpSeveralPayoutsOfOnePlayer() {
        hold(ALICE, 200);

        settle(new Payout(ALICE, 20), new Payout(ALICE, 30));

        assertThat(guild.ledger().balance(ALICE)).isEqualTo(350);
    }

    @Test
    void settlesAGameOnlyOnce() {
        hold(ALICE, 200);
        settle(new Payout(ALICE, 400));

        assertThat(settle(new Payout(ALICE, 400))).isEqualTo(refused(Refusal.NOT_HELD, 0, 0));
        assertThat(release()).isEqualTo(refused(Refusal.NOT_HELD, 0, 0));
        assertThat(guild.ledger().balance(ALICE)).isEqualTo(700);
    }

    @Test
    void paysNobodyWhoHasNoStakeInTheGame() {
        hold(ALICE, 200);

        assertThat(settle(new Payout(CAROL, 10))).isEqualTo(refused(Refusal.INVALID_AMOUNT, 0, 0));
        assertThat(settle(new Payout(ALICE, -1))).isEqualTo(refused(Refusal.INVALID_AMOUNT, 0, 0));
        assertThat(settle(new Payout(ALICE, Long.MAX_VALUE))).isEqualTo(refused(Refusal.INVALID_AMOUNT, 0, 0));
        assertThat(settle(Collections.nCopies(101, new Payout(ALICE, 1)).toArray(Payout[]::new)))
                .isEqualTo(refused(Refusal.INVALID_AMOUNT, 0, 0));
        assertThat(guild.ledger().balance(Accounts.ESCROW)).isEqualTo(200);
    }

    @Test
    void givesEveryStakeBackWhenAGameIsCalledOff() {
        hold(ALICE, 200);
        hold(BOB, 100);

        assertThat(release()).isEqualTo(new StakeReleased(GUILD, "g-1", false));

        assertThat(guild.ledger().balance(ALICE)).isEqualTo(500);
        assertThat(guild.ledger().balance(BOB)).isEqualTo(300);
    }

    @Test
    void givesAnExpiredStakeBackOnceAndThenSaysNothing() {
        hold(ALICE, 200);
        HoldExpiry expiry = new HoldExpiry(GUILD, "g-1");

        assertThat(new ExpireHolds().decide(expiry, guild, now())).contains(new StakeReleased(GUILD, "g-1", true));
        assertThat(new ExpireHolds().decide(expiry, guild, now())).isEqualTo(Optional.empty());
        assertThat(guild.ledger().balance(ALICE)).isEqualTo(500);
        assertThat(settle(new Payout(ALICE, 400))).isEqualTo(refused(Refusal.NOT_HELD, 0, 0));
    }

    @Test
    void playsAnInstantGameInOneMovement() {
        assertThat(play(ALICE, 100, 196)).isEqualTo(settled(596));
        assertThat(guild.ledger().entries()).hasSize(2);
        assertThat(guild.ledger().balance(Accounts.HOUSE)).isEqualTo(-96);
    }

    @Test
    void takesALostInstantGamesStake() {
        assertThat(play(ALICE, 500, 0)).isEqualTo(settled(0));
    }

    @Test
    void movesNothingWhereAnInstantGameReturnsTheStake() {
        assertThat(play(ALICE, 100, 100)).isEqualTo(settled(500));
        assertThat(guild.ledger().entries()).isEmpty();
        assertThat(guild.claims().stamped()).extracting("claim").containsExactly(Claim.STAKE);
    }

    @Test
    void refusesAPayoutThatIsNone() {
        assertThat(play(ALICE, 1, -1)).isEqualTo(refused(Refusal.INVALID_AMOUNT, 1, 500));
        assertThat(play(ALICE, 1, Accounts.CEILING + 1)).isEqualTo(refused(Refusal.INVALID_AMOUNT, 1, 500));
        assertThat(play(ALICE, 1, Accounts.CEILING)).isEqualTo(refused(Refusal.INVALID_AMOUNT, 1, 500));
        assertNothingMoved();
    }

    /** Everything that all accounts of a guild hold together fits into one of them. */
    @Test
    void aStakeGoesBackHoweverMuchItsPlayerHasWonMeanwhile() {
        hold(CAROL, 10);
        long mostToWin = Accounts.CEILING - 100;

        assertThat(playLater(CAROL, 12, 12 + mostToWin + 1)).isEqualTo(refused(Refusal.INVALID_AMOUNT, 12, 90));
        assertThat(playLater(CAROL, 12, 12 + mostToWin)).isInstanceOf(StakeSettled.class);
        assertThat(guild.ledger().balance(CAROL)).isEqualTo(Accounts.CEILING - 10);
        assertThat(release()).isEqualTo(new StakeReleased(GUILD, "g-1", false));
        assertThat(guild.ledger().balance(CAROL)).isEqualTo(Accounts.CEILING);
    }

    private void assertNothingMoved() {
        assertThat(guild.ledger().entries()).isEmpty();
        assertThat(guild.claims().stamped()).isEmpty();
    }

    private WalletResult hold(long player, long amount) {
        return hold(player, amount, now());
    }

    private WalletResult hold(long player, long amount, Moment moment) {
        return new HoldStakes().decide(stake(player, amount), guild, moment).orElseThrow();
    }

    private WalletResult play(long player, long stake, long payout) {
        return play(player, stake, payout, now());
    }

    private WalletResult playLater(long player, long stake, long payout) {
        return play(player, stake, payout, after(Duration.ofMinutes(1)));
    }

    private WalletResult play(long player, long stake, long payout, Moment moment) {
        return new PlayStakes()
                .decide(new PlayStake(GUILD, "g-1", "dice", player, stake, payout, Optional.empty()), guild, moment)
                .orElseThrow();
    }

    private WalletResult settle(Payout... payouts) {
        return new SettleStakes()
                .decide(new SettleStake(GUILD, "g-1", List.of(payouts)), guild, now())
                .orElseThrow();
    }

    private WalletResult release() {
        return new ReleaseStakes()
                .decide(new ReleaseStake(GUILD, "g-1"), guild, now())
                .orElseThrow();
    }

    private static HoldStake stake(long player, long amount) {
        return new HoldStake(GUILD, "g-1", "duel", player, amount, SOON, Optional.empty());
    }

    private static StakeSettled settled(long balance) {
        return new StakeSettled(GUILD, "g-1", List.of(new Balance(ALICE, balance)), COINS);
    }

    private static StakeRefused refused(Refusal refusal, long needed, long balance) {
        return new StakeRefused(GUILD, "g-1", refusal, needed, balance, Optional.empty(), COINS);
    }
}
