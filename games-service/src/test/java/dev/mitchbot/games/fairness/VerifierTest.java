package dev.mitchbot.games.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.games.cards.Shoe;
import dev.mitchbot.games.chance.Draws;
import dev.mitchbot.games.chance.Player;
import dev.mitchbot.games.chance.Ticket;
import dev.mitchbot.games.coinflip.Coinflip;
import dev.mitchbot.games.coinflip.FlipCoin;
import dev.mitchbot.games.guild.GuildGames;
import dev.mitchbot.games.guild.Tables;
import dev.mitchbot.games.guild.TestTables;
import dev.mitchbot.games.session.Session;
import dev.mitchbot.messaging.suite.Acting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The offline program, against the engine. */
class VerifierTest {
    private static final Path PROGRAM = Path.of("verify", "Verify.java");

    @TempDir
    private static Path compiled;

    @BeforeAll
    static void compile() {
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", compiled.toString(), PROGRAM.toString());
        assertThat(result).isZero();
    }

    @Test
    void runsAsItStands() throws Exception {
        Player player = Player.unknown(1).seeded(new SplittableRandom(1));
        Ticket ticket = player.take();
        assertThat(run(List.of(PROGRAM.toString()), "blackjack", player, ticket))
                .isEqualTo(verify("blackjack", player, ticket));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shufflesTheShoeThatTheEngineDealsFrom(long seed) throws Exception {
        Player player = Player.unknown(seed).seeded(new SplittableRandom(seed));
        player.take();
        Ticket ticket = player.take();
        Shoe shoe = Shoe.shuffled(new Draws(player.seed(), ticket));

        assertThat(verify("blackjack", player, ticket))
                .containsExactly(
                        player.commitment(),
                        String.join(
                                " ",
                                IntStream.range(0, 52)
                                        .mapToObj(card -> shoe.card(card).code())
                                        .toList()));
    }

    @Test
    void flipsTheCoinThatTheEngineFlips() throws Exception {
        for (long seed = 1; seed <= 4; seed++) {
            GuildGames guild = TestTables.guild();
            new FlipCoin(new SplittableRandom(seed), TestTables.TIMES)
                    .decide(
                            Acting.by(Acting.ALICE)
                                    .with("amount", 5)
                                    .with("choice", "heads")
                                    .command(),
                            guild,
                            TestTables.now());
            Session flip = TestTables.game(guild, "g-0");
            Player player = guild.player(Acting.ALICE);
            String shown = new Tables(List.of(new Coinflip())).of(flip).outcome(flip);

            assertThat(verify("coinflip", player, flip.opening().ticket()))
                    .containsExactly(player.commitment(), shown.substring(0, 5));
        }
    }

    private static List<String> verify(String game, Player player, Ticket ticket)
            throws IOException, InterruptedException {
        return run(List.of("-cp", compiled.toString(), "Verify"), game, player, ticket);
    }

    private static List<String> run(List<String> program, String game, Player player, Ticket ticket)
            throws IOException, InterruptedException {
        List<String> command = Stream.of(
                        List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        program,
                        List.of(game, player.seed().hex(), ticket.clientSeed(), Long.toString(ticket.nonce())))
                .flatMap(List::stream)
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines = process.inputReader().readAllLines();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(String.join("\n", lines)).isZero();
        return lines;
    }
}
