package dev.mitchbot.economy.work;

import static dev.mitchbot.economy.guild.Assert.assertRefused;
import static dev.mitchbot.economy.guild.Assert.assertSaid;
import static dev.mitchbot.economy.guild.TestGuild.after;
import static dev.mitchbot.economy.guild.TestGuild.guild;
import static dev.mitchbot.economy.guild.TestGuild.now;
import static dev.mitchbot.messaging.suite.Acting.ALICE;
import static dev.mitchbot.messaging.suite.Acting.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.economy.claims.Claim;
import dev.mitchbot.economy.guild.GuildEconomy;
import dev.mitchbot.economy.guild.TestGuild;
import dev.mitchbot.economy.ledger.Accounts;
import dev.mitchbot.economy.settings.EconomySettings;
import dev.mitchbot.economy.wording.Refusal;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DoWorkTest {
    @Test
    void paysWhatIsDrawn() {
        GuildEconomy guild = guild().holding(ALICE, 0).open();

        assertSaid(new DoWork(lowest()).decide(by(ALICE).command(), guild, now()), "**50 coins**", "has 50 coins");
    }

    @Test
    void drawsEveryWageBetweenTheLimitsAndNoneBeyond() {
        DoWork work = new DoWork(new Random(42));
        Set<Long> wages = new HashSet<>();
        GuildEconomy guild = guild().holding(ALICE, 0).open();
        for (int shift = 0; shift < 3_000; shift++) {
            long before = guild.ledger().balance(ALICE);
            work.decide(by(ALICE).command(), guild, after(Duration.ofHours(shift)));
            wages.add(guild.ledger().balance(ALICE) - before);
        }

        assertThat(wages)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(50, 150).boxed().toList());
    }

    @Test
    void refusesTheNextShiftUntilTheCooldownIsOver() {
        GuildEconomy guild =
                guild().claimed(ALICE, Claim.WORK, Duration.ofMinutes(59)).open();

        assertRefused(new DoWork(lowest()).decide(by(ALICE).command(), guild, now()), guild, Refusal.COOLDOWN);
        assertSaid(new DoWork(lowest()).decide(by(ALICE).command(), guild, after(Duration.ofMinutes(1))), "50 coins");
    }

    @Test
    void paysAFixedWageWhereBothLimitsAreTheSame() {
        GuildEconomy guild = guild().with(new EconomySettings(true, "gold", 0, 0, 10_000, 24, 75, 75, 60, 1, 3))
                .open();

        assertSaid(new DoWork(new Random(1)).decide(by(ALICE).command(), guild, now()), "**75 gold**");
    }

    @Test
    void refusesWhatTheLedgerCannotCount() {
        GuildEconomy guild = guild().holding(ALICE, Accounts.CEILING).open();

        assertRefused(new DoWork(lowest()).decide(by(ALICE).command(), guild, now()), guild, Refusal.CEILING_REACHED);
    }

    @Test
    void refusesWhileTheEconomyIsSwitchedOff() {
        GuildEconomy guild = guild().with(TestGuild.switchedOff()).open();

        assertRefused(new DoWork(lowest()).decide(by(ALICE).command(), guild, now()), guild, Refusal.ECONOMY_DISABLED);
    }

    private static RandomGenerator lowest() {
        return () -> 0;
    }
}
