package dev.mitchbot.economy.give;

import static dev.mitchbot.economy.guild.Assert.assertRefused;
import static dev.mitchbot.economy.guild.Assert.assertSaid;
import static dev.mitchbot.economy.guild.TestGuild.guild;
import static dev.mitchbot.economy.guild.TestGuild.now;
import static dev.mitchbot.messaging.suite.Acting.ALICE;
import static dev.mitchbot.messaging.suite.Acting.BOB;
import static dev.mitchbot.messaging.suite.Acting.ROBOT;
import static dev.mitchbot.messaging.suite.Acting.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.economy.guild.Decision;
import dev.mitchbot.economy.guild.GuildEconomy;
import dev.mitchbot.economy.guild.TestGuild;
import dev.mitchbot.economy.ledger.Accounts;
import dev.mitchbot.economy.wording.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GiveTest {
    private final Give give = new Give();

    @Test
    void movesTheCoinsAndShowsBothBalances() {
        GuildEconomy guild = guild().holding(ALICE, 1_500).holding(BOB, 0).open();

        assertSaid(
                give.decide(giving(BOB, 1_200), guild, now()),
                "<@1001> gave <@1002> **1,200 coins**",
                "<@1001> has 300 coins",
                "<@1002> has 1,200 coins");
    }

    @Test
    void opensTheReceiversWallet() {
        GuildEconomy guild = guild().open();

        assertSaid(give.decide(giving(BOB, 100), guild, now()), "<@1001> has 0 coins", "<@1002> has 200 coins");
    }

    @Test
    void refusesMoreThanTheGiverHas() {
        GuildEconomy guild = guild().holding(ALICE, 1_199).open();

        Decision decision = give.decide(giving(BOB, 1_200), guild, now());

        assertRefused(decision, guild, Refusal.INSUFFICIENT_FUNDS);
        assertThat(TestGuild.textOf(decision.reply())).contains("1,200 coins", "You have 1,199 coins");
    }

    @Test
    void refusesTheGiverAsReceiver() {
        GuildEconomy guild = guild().open();

        assertRefused(give.decide(giving(ALICE, 1), guild, now()), guild, Refusal.SELF_TARGET);
    }

    @Test
    void refusesABot() {
        GuildEconomy guild = guild().open();

        assertRefused(give.decide(giving(ROBOT, 1), guild, now()), guild, Refusal.BOT_TARGET);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -5, 0, Accounts.CEILING + 1, Long.MAX_VALUE})
    void refusesAnAmountThatIsNone(long amount) {
        GuildEconomy guild = guild().open();

        assertRefused(give.decide(giving(BOB, amount), guild, now()), guild, Refusal.INVALID_AMOUNT);
    }

    @Test
    void refusesWhatTheReceiversWalletCannotCount() {
        GuildEconomy guild =
                guild().holding(ALICE, 2).holding(BOB, Accounts.CEILING - 1).open();

        assertRefused(give.decide(giving(BOB, 2), guild, now()), guild, Refusal.CEILING_REACHED);
    }

    @Test
    void refusesWhileTheEconomyIsSwitchedOff() {
        GuildEconomy guild = guild().with(TestGuild.switchedOff()).open();

        assertRefused(give.decide(giving(BOB, 1), guild, now()), guild, Refusal.ECONOMY_DISABLED);
    }

    @Test
    void cannotBeDecidedWithoutAReceiver() {
        GuildEconomy guild = guild().open();

        assertThatThrownBy(() -> give.decide(by(ALICE).with("amount", 1).command(), guild, now()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static SlashCommand giving(long receiver, long amount) {
        return by(ALICE).naming("user", receiver).with("amount", amount).command();
    }
}
