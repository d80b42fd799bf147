package dev.mitchbot.economy.daily;

import static dev.mitchbot.economy.guild.Assert.assertRefused;
import static dev.mitchbot.economy.guild.Assert.assertSaid;
import static dev.mitchbot.economy.guild.TestGuild.after;
import static dev.mitchbot.economy.guild.TestGuild.guild;
import static dev.mitchbot.economy.guild.TestGuild.now;
import static dev.mitchbot.messaging.suite.Acting.ALICE;
import static dev.mitchbot.messaging.suite.Acting.BOB;
import static dev.mitchbot.messaging.suite.Acting.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.economy.claims.Claim;
import dev.mitchbot.economy.guild.Decision;
import dev.mitchbot.economy.guild.GuildEconomy;
import dev.mitchbot.economy.guild.TestGuild;
import dev.mitchbot.economy.ledger.Accounts;
import dev.mitchbot.economy.ledger.Reason;
import dev.mitchbot.economy.settings.EconomySettings;
import dev.mitchbot.economy.wording.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClaimDailyTest {
    private final ClaimDaily daily = new ClaimDaily();

    @Test
    void paysTheRewardOnTopOfTheOpeningBalance() {
        GuildEconomy guild = guild().open();

        assertSaid(daily.decide(by(ALICE).command(), guild, now()), "**100 coins**", "200 coins");
        assertThat(guild.ledger().balance(ALICE)).isEqualTo(200);
        assertThat(guild.ledger().balance(Accounts.MINT)).isEqualTo(-200);
    }

    @Test
    void refusesTheSecondClaimWithTheTimeOfTheNext() {
        GuildEconomy guild =
                guild().claimed(ALICE, Claim.DAILY, Duration.ofHours(23)).open();

        Decision decision = daily.decide(by(ALICE).command(), guild, now());

        assertRefused(decision, guild, Refusal.COOLDOWN);
        long next = TestGuild.NOW.plus(Duration.ofHours(1)).getEpochSecond();
        assertThat(TestGuild.textOf(decision.reply())).contains("<t:" + next + ":R>");
    }

    @Test
    void namesTheSecondAfterTheLastMomentOfTheCooldown() {
        GuildEconomy guild = guild().claimed(
                        ALICE, Claim.DAILY, Duration.ofHours(23).minusMillis(1))
                .open();

        long next = TestGuild.NOW.plus(Duration.ofHours(1)).getEpochSecond() + 1;
        assertThat(TestGuild.textOf(
                        daily.decide(by(ALICE).command(), guild, now()).reply()))
                .contains("<t:" + next + ":R>");
    }

    @Test
    void paysAgainTheMomentTheCooldownIsOver() {
        GuildEconomy guild = guild().open();

        daily.decide(by(ALICE).command(), guild, now());
        assertSaid(daily.decide(by(ALICE).command(), guild, after(Duration.ofHours(24))), "300 coins");
    }

    @Test
    void countsEachMembersCooldownForItself() {
        GuildEconomy guild =
                guild().claimed(ALICE, Claim.DAILY, Duration.ofHours(1)).open();

        assertSaid(daily.decide(by(BOB).command(), guild, now()), "**100 coins**");
    }

    @Test
    void paysNothingWhereTheRewardIsNothing() {
        GuildEconomy guild = guild().with(new EconomySettings(true, "gold", 100, 0, 10_000, 24, 50, 150, 60, 1, 3))
                .open();

        assertSaid(daily.decide(by(ALICE).command(), guild, now()), "**0 gold**", "100 gold");
        assertThat(guild.ledger().entries())
                .extracting(entry -> entry.cause().reason())
                .containsExactly(Reason.OPENING, Reason.OPENING);
        assertThat(guild.claims().stamped()).hasSize(1);
    }

    @Test
    void refusesWhatTheLedgerCannotCount() {
        GuildEconomy guild = guild().holding(ALICE, Accounts.CEILING).open();

        assertRefused(daily.decide(by(ALICE).command(), guild, now()), guild, Refusal.CEILING_REACHED);
    }

    @Test
    void refusesWhileTheEconomyIsSwitchedOff() {
        GuildEconomy guild = guild().with(TestGuild.switchedOff()).open();

        assertRefused(daily.decide(by(ALICE).command(), guild, now()), guild, Refusal.ECONOMY_DISABLED);
    }
}
