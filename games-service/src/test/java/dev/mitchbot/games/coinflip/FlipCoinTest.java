package dev.mitchbot.games.coinflip;

import static dev.mitchbot.games.guild.TestTables.TIMES;
import static dev.mitchbot.games.guild.TestTables.codeOf;
import static dev.mitchbot.games.guild.TestTables.game;
import static dev.mitchbot.games.guild.TestTables.guild;
import static dev.mitchbot.games.guild.TestTables.now;
import static dev.mitchbot.games.guild.TestTables.textOf;
import static dev.mitchbot.messaging.suite.Acting.ALICE;
import static dev.mitchbot.messaging.suite.Acting.GUILD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.contracts.economy.WalletRequest.PlayStake;
import dev.mitchbot.contracts.economy.WalletResult.Balance;
import dev.mitchbot.contracts.economy.WalletResult.Refusal;
import dev.mitchbot.contracts.economy.WalletResult.StakeRefused;
import dev.mitchbot.contracts.economy.WalletResult.StakeSettled;
import dev.mitchbot.games.guild.Decision;
import dev.mitchbot.games.guild.GuildGames;
import dev.mitchbot.games.guild.Tables;
import dev.mitchbot.games.session.Status;
import dev.mitchbot.games.stakes.WhenRefused;
import dev.mitchbot.games.stakes.WhenSettled;
import dev.mitchbot.messaging.suite.Acting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FlipCoinTest {
    private static final Optional<String> GOLD = Optional.of("gold");

    private final GuildGames guild = guild();
    private final Tables tables = new Tables(List.of(new Coinflip()));

    @Test
    void asksTheLedgerForWhatWasDecided() {
        Decision asked = flip("heads", "100");

        Flip flip = (Flip) game(guild, "g-0").progress().state();
        assertThat(asked.reply()).isEmpty();
        assertThat(asked.request())
                .contains(new PlayStake(
                        GUILD,
                        "g-0",
                        "coinflip",
                        ALICE,
                        100,
                        flip.isWon() ? 196 : 0,
                        Optional.of(now().now().plus(Duration.ofMinutes(14)))));
    }

    @Test
    void asksNothingForACallOrAStakeThatIsNone() {
        assertThat(codeOf(flip("edge", "5"))).isEqualTo("INVALID_CHOICE");
        assertThat(codeOf(flip("heads", "0"))).isEqualTo("INVALID_AMOUNT");
        assertThat(codeOf(flip("heads", "1.5"))).isEqualTo("INVALID_AMOUNT");
        assertThat(guild.sessions().changed()).isEmpty();
        assertThat(guild.player(ALICE).isChanged()).isFalse();
    }

    @Test
    void saysWhatCameOutAndWhatThePlayerHas() {
        flip("heads", "100");
        Flip flip = (Flip) game(guild, "g-0").progress().state();

        Decision settled = settled();

        assertThat(textOf(settled))
                .contains("You called heads", "has 1,234 gold now")
                .contains(flip.isWon() ? "win **96 gold**" : "lose **100 gold**");
        assertThat(codeOf(settled)).startsWith("Game g-0 · nonce 0 · SHA-256 of the seed ");
        assertThat(settled()).isEqualTo(Decision.NOTHING);
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void tellsThePlayerAloneWhateverTheLedgerRefuses(Refusal refusal) {
        flip("heads", "100");

        Decision refused = new WhenRefused(tables, TIMES)
                .decide(
                        new StakeRefused(
                                GUILD, "g-0", refusal, 100, 7, Optional.of(Instant.ofEpochSecond(60, 1)), GOLD),
                        guild,
                        now());

        assertThat(refused.request()).isEmpty();
        assertThat(textOf(refused)).isNotBlank().doesNotContain("!");
        assertThat(game(guild, "g-0").status()).isEqualTo(Status.REFUSED);
        if (refusal == Refusal.TOO_SOON) {
            assertThat(codeOf(refused)).isEqualTo("COOLDOWN");
            assertThat(textOf(refused)).contains("<t:61:R>");
        }
    }

    private Decision flip(String choice, String amount) {
        return new FlipCoin(new SplittableRandom(3), TIMES)
                .decide(
                        Acting.by(ALICE)
                                .with("choice", choice)
                                .with("amount", amount)
                                .command(),
                        guild,
                        now());
    }

    private Decision settled() {
        return new WhenSettled(tables)
                .decide(new StakeSettled(GUILD, "g-0", List.of(new Balance(ALICE, 1_234)), GOLD), guild, now());
    }
}
