package dev.mitchbot.economy.balance;

import static dev.mitchbot.economy.guild.Assert.assertRefused;
import static dev.mitchbot.economy.guild.Assert.assertSaid;
import static dev.mitchbot.economy.guild.TestGuild.guild;
import static dev.mitchbot.economy.guild.TestGuild.now;
import static dev.mitchbot.messaging.suite.Acting.ALICE;
import static dev.mitchbot.messaging.suite.Acting.BOB;
import static dev.mitchbot.messaging.suite.Acting.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.economy.guild.GuildEconomy;
import dev.mitchbot.economy.guild.TestGuild;
import dev.mitchbot.economy.wording.Refusal;
import org.junit.jupiter.api.Test;

class ShowBalanceTest {
    private final ShowBalance balance = new ShowBalance();

    @Test
    void showsTheCallersOwnBalance() {
        GuildEconomy guild = guild().holding(ALICE, 1_234_567).open();

        assertSaid(balance.decide(by(ALICE).command(), guild, now()), "<@1001>", "1,234,567 coins");
    }

    @Test
    void showsSomebodyElsesBalance() {
        GuildEconomy guild = guild().holding(BOB, 5).open();

        assertSaid(balance.decide(by(ALICE).naming("user", BOB).command(), guild, now()), "<@1002>", "**5 coins**");
    }

    @Test
    void showsTheStartingBalanceOfAnUnknownMemberAndWritesNothing() {
        GuildEconomy guild = guild().open();

        assertSaid(balance.decide(by(ALICE).command(), guild, now()), "100 coins");
        assertThat(guild.ledger().entries()).isEmpty();
        assertThat(balance.query()).isTrue();
    }

    @Test
    void refusesWhileTheEconomyIsSwitchedOff() {
        GuildEconomy guild = guild().with(TestGuild.switchedOff()).open();

        assertRefused(balance.decide(by(ALICE).command(), guild, now()), guild, Refusal.ECONOMY_DISABLED);
    }
}
