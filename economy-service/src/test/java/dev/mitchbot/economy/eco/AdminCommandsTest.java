package dev.mitchbot.economy.eco;

import static dev.mitchbot.economy.guild.Assert.assertRefused;
import static dev.mitchbot.economy.guild.Assert.assertSaid;
import static dev.mitchbot.economy.guild.TestGuild.guild;
import static dev.mitchbot.economy.guild.TestGuild.now;
import static dev.mitchbot.messaging.suite.Acting.ALICE;
import static dev.mitchbot.messaging.suite.Acting.BOB;
import static dev.mitchbot.messaging.suite.Acting.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.contracts.command.Permission;
import dev.mitchbot.contracts.economy.EconomyEvent.BalanceAdjusted;
import dev.mitchbot.economy.guild.Decision;
import dev.mitchbot.economy.guild.GuildEconomy;
import dev.mitchbot.economy.guild.TestGuild;
import dev.mitchbot.economy.ledger.Accounts;
import dev.mitchbot.economy.ledger.Entry;
import dev.mitchbot.economy.ledger.Reason;
import dev.mitchbot.economy.wording.Refusal;
import dev.mitchbot.messaging.suite.Acting;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdminCommandsTest {
    @Test
    void addsCoinsAndTellsTheOthers() {
        GuildEconomy guild = guild().holding(BOB, 10).open();

        Decision decision =
                new AddCoins().decide(adjusting(500).with("reason", "prize").command(), guild, now());

        assertSaid(decision, "<@1002>: **+500 coins**", "510 coins", "prize");
        assertThat(decision.events())
                .containsExactly(new BalanceAdjusted(Acting.GUILD, BOB, ALICE, 500, 510, "prize", TestGuild.NOW));
        Entry entry = guild.ledger().entries().getLast();
        assertThat(entry.cause().reason()).isEqualTo(Reason.ADMIN_ADD);
        assertThat(entry.cause().actorId()).contains(ALICE);
        assertThat(entry.cause().note()).contains("prize");
    }

    @Test
    void removesCoins() {
        GuildEconomy guild = guild().holding(BOB, 510).open();

        Decision decision = new RemoveCoins().decide(adjusting(500).command(), guild, now());

        assertSaid(decision, "**-500 coins**", "10 coins", "None given");
        assertThat(decision.events()).first().extracting("amount", "balance").containsExactly(-500L, 10L);
    }

    @Test
    void removesNothingWhereThereIsLess() {
        GuildEconomy guild = guild().holding(BOB, 499).open();

        Decision decision = new RemoveCoins().decide(adjusting(500).command(), guild, now());

        assertRefused(decision, guild, Refusal.INSUFFICIENT_FUNDS);
        assertThat(TestGuild.textOf(decision.reply())).contains("500 coins", "They have 499 coins");
    }

    @Test
    void setsABalanceByMovingTheDifference() {
        GuildEconomy guild = guild().holding(BOB, 510).open();

        Decision decision = new SetBalance().decide(adjusting(10).command(), guild, now());

        assertSaid(decision, "**-500 coins**", "10 coins");
        assertThat(guild.ledger().entries()).extracting(Entry::amount).containsExactly(500L, -500L);
        assertThat(decision.events()).hasSize(1);
    }

    @Test
    void setsABalanceToNothing() {
        GuildEconomy guild = guild().open();

        assertSaid(new SetBalance().decide(adjusting(0).command(), guild, now()), "**-100 coins**", "0 coins");
        assertThat(guild.ledger().balance(BOB)).isZero();
    }

    @Test
    void movesNothingWhereTheBalanceIsSetToWhatItIs() {
        GuildEconomy guild = guild().holding(BOB, 10).open();

        Decision decision = new SetBalance().decide(adjusting(10).command(), guild, now());

        assertSaid(decision, "**0 coins**");
        assertThat(decision.events()).isEmpty();
        assertThat(guild.ledger().entries()).isEmpty();
    }

    @Test
    void opensAWalletThatIsSetToWhatItWouldBeOpenedWith() {
        GuildEconomy guild = guild().open();

        assertSaid(new SetBalance().decide(adjusting(100).command(), guild, now()), "100 coins");
        assertThat(guild.ledger().entries())
                .extracting(entry -> entry.cause().reason())
                .containsExactly(Reason.OPENING, Reason.OPENING);
    }

    @Test
    void showsABalanceToTheAdministratorAlone() {
        GuildEconomy guild = guild().holding(BOB, 10).open();

        Decision decision = new InspectBalance()
                .decide(by(ALICE).inCharge().naming("user", BOB).command(), guild, now());

        assertThat(TestGuild.textOf(decision.reply())).contains("<@1002> has **10 coins**");
        assertThat(TestGuild.isForCallerOnly(decision.reply())).isTrue();
        assertThat(new InspectBalance().query()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("all")
    void refusesWhoeverIsNotInCharge(AdminCommand command) {
        GuildEconomy guild = guild().open();

        assertRefused(
                command.decide(
                        by(ALICE)
                                .permitted(Permission.MANAGE_GUILD)
                                .naming("user", BOB)
                                .with("amount", 1)
                                .command(),
                        guild,
                        now()),
                guild,
                Refusal.MISSING_PERMISSION);
    }

    @ParameterizedTest
    @MethodSource("all")
    void refusesWhileTheEconomyIsSwitchedOff(AdminCommand command) {
        GuildEconomy guild = guild().with(TestGuild.switchedOff()).open();

        assertRefused(command.decide(adjusting(1).command(), guild, now()), guild, Refusal.ECONOMY_DISABLED);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 100_000_001, Long.MAX_VALUE})
    void refusesAnAmountBeyondTheLimits(long amount) {
        GuildEconomy guild = guild().open();

        assertRefused(new AddCoins().decide(adjusting(amount).command(), guild, now()), guild, Refusal.INVALID_AMOUNT);
        assertRefused(
                new RemoveCoins().decide(adjusting(amount).command(), guild, now()), guild, Refusal.INVALID_AMOUNT);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 100_000_001, Long.MAX_VALUE})
    void refusesToSetABalanceBeyondTheLimits(long amount) {
        GuildEconomy guild = guild().open();

        assertRefused(
                new SetBalance().decide(adjusting(amount).command(), guild, now()), guild, Refusal.INVALID_AMOUNT);
    }

    @Test
    void adjustsUpToTheLimit() {
        GuildEconomy guild = guild().holding(BOB, 0).open();

        assertSaid(new AddCoins().decide(adjusting(100_000_000).command(), guild, now()), "+100,000,000 coins");
        assertSaid(new RemoveCoins().decide(adjusting(100_000_000).command(), guild, now()), "-100,000,000 coins");
        assertSaid(new SetBalance().decide(adjusting(100_000_000).command(), guild, now()), "+100,000,000 coins");
    }

    @Test
    void setsABalanceThatIsBeyondTheLimitToOneWithinIt() {
        GuildEconomy guild = guild().holding(BOB, 100_000_001).open();

        assertSaid(new SetBalance().decide(adjusting(0).command(), guild, now()), "-100,000,001 coins");
    }

    @Test
    void refusesAReasonThatIsTooLongOrBlank() {
        GuildEconomy guild = guild().open();

        for (String reason : new String[] {"x".repeat(201), "", "  "}) {
            assertRefused(
                    new AddCoins().decide(adjusting(1).with("reason", reason).command(), guild, now()),
                    guild,
                    Refusal.INVALID_REASON);
        }
        assertSaid(
                new AddCoins()
                        .decide(adjusting(1).with("reason", "x".repeat(200)).command(), guild, now()),
                "xxx");
    }

    @Test
    void refusesWhatTheLedgerCannotCount() {
        GuildEconomy guild = guild().holding(BOB, Accounts.CEILING).open();

        assertRefused(new AddCoins().decide(adjusting(1).command(), guild, now()), guild, Refusal.CEILING_REACHED);
    }

    private static Stream<AdminCommand> all() {
        return Stream.of(new AddCoins(), new RemoveCoins(), new SetBalance(), new InspectBalance());
    }

    private static Acting adjusting(long amount) {
        return by(ALICE).inCharge().naming("user", BOB).with("amount", amount);
    }

    @Test
    void remembersWhoOrderedItAndNothingElse() {
        GuildEconomy guild = guild().holding(BOB, 10).open();

        new SetBalance().decide(adjusting(11).command(), guild, now());

        assertThat(guild.ledger().entries())
                .allSatisfy(entry -> assertThat(entry.cause().actorId()).isEqualTo(Optional.of(ALICE)));
    }
}
