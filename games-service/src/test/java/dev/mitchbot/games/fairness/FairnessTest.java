package dev.mitchbot.games.fairness;

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

import dev.mitchbot.contracts.economy.WalletResult.Balance;
import dev.mitchbot.contracts.economy.WalletResult.StakeSettled;
import dev.mitchbot.games.blackjack.BlackjackTable;
import dev.mitchbot.games.blackjack.DealHand;
import dev.mitchbot.games.chance.Player;
import dev.mitchbot.games.chance.ServerSeed;
import dev.mitchbot.games.coinflip.Coinflip;
import dev.mitchbot.games.coinflip.FlipCoin;
import dev.mitchbot.games.guild.Decision;
import dev.mitchbot.games.guild.GuildGames;
import dev.mitchbot.games.guild.Moment;
import dev.mitchbot.games.guild.Tables;
import dev.mitchbot.games.session.Session;
import dev.mitchbot.games.session.Status;
import dev.mitchbot.games.stakes.WhenSettled;
import dev.mitchbot.messaging.suite.Acting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FairnessTest {
    private static final Tables TABLES = new Tables(List.of(new Coinflip(), new BlackjackTable(TIMES)));

    private final SplittableRandom random = new SplittableRandom(1);
    private final GuildGames guild = guild();

    @Test
    void showsTheSameCommitmentUntilTheSeedIsReplaced() {
        String first = field(show(ALICE), 0);

        assertThat(field(show(ALICE), 0)).isEqualTo(first).contains(player().commitment());
        assertThat(field(show(BOB), 0)).isNotEqualTo(first);
        assertThat(field(press(ALICE, 1), 2)).isNotEqualTo(first);
    }

    @Test
    void takesTheMembersOwnClientSeed() {
        assertThat(field(ask(Acting.by(ALICE).with("client-seed", "mine")), 1)).isEqualTo("`mine`");
        assertThat(codeOf(ask(Acting.by(ALICE).with("client-seed", "a:b")))).isEqualTo("INVALID_SEED");
        assertThat(player().clientSeed()).isEqualTo("mine");
    }

    @Test
    void replacesASeedOnceForItsOwnerAlone() {
        show(ALICE);
        String secret = player().seed().hex();

        assertThat(codeOf(decide(Acting.by(BOB), "games:fairness:" + ALICE + ":1", now())))
                .isEqualTo("NOT_YOUR_GAME");
        assertThat(field(press(ALICE, 1), 0)).isEqualTo("`" + secret + "`");
        assertThat(codeOf(press(ALICE, 1))).isEqualTo("STALE_BUTTON");
        assertThat(player().seedNumber()).isEqualTo(2);
    }

    @Test
    void showsNoSeedWhileItsCardsAreOnTheTable() {
        new DealHand(random, TIMES).decide(Acting.by(ALICE).with("amount", 5).command(), guild, now());

        assertThat(codeOf(press(ALICE, 1))).isEqualTo("ALREADY_PLAYING");
        assertThat(player().seedNumber()).isEqualTo(1);
    }

    @Test
    void showsNoSeedBeforeTheLedgerHasAnsweredForItsCoin() {
        flip();

        assertThat(codeOf(press(ALICE, 1))).isEqualTo("ALREADY_PLAYING");
        assertThat(player().seedNumber()).isEqualTo(1);
        press(BOB, 1);
        assertThat(guild.player(BOB).seedNumber()).isEqualTo(2);
        new WhenSettled(TABLES)
                .decide(new StakeSettled(GUILD, "g-0", List.of(new Balance(ALICE, 5)), Optional.empty()), guild, now());
        press(ALICE, 1);
        assertThat(player().seedNumber()).isEqualTo(2);
    }

    @Test
    void showsTheSeedOfACoinOnceTheLedgerCannotTakeItsStakeAnyMore() {
        flip();
        Duration decided = TIMES.answerable().plusMinutes(5);

        assertThat(codeOf(press(ALICE, 1, after(decided.minusMillis(1))))).isEqualTo("ALREADY_PLAYING");
        press(ALICE, 1, after(decided));
        assertThat(player().seedNumber()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void showsNoSeedWhileItsGameCouldStillTurnOutOtherwise(Status status) {
        flip();
        Session game = game(guild, "g-0");
        game.move(game.progress().now(status));

        press(ALICE, 1);

        boolean undecided = status == Status.ASKING || status.isOpen();
        assertThat(player().seedNumber()).isEqualTo(undecided ? 1 : 2);
    }

    @Test
    void checksTheMembersOwnGamesAlone() {
        flip();

        assertThat(codeOf(check(BOB, guild))).isEqualTo("GAME_UNKNOWN");
        assertThat(codeOf(ask(Acting.by(ALICE).with("game", "nonsense")))).isEqualTo("GAME_UNKNOWN");
        assertThat(textOf(check(ALICE, guild))).contains("still in use");
    }

    @Test
    void checksAGameWhoseSeedTheSameBatchHasRevealed() {
        flip();
        String commitment = player().commitment();
        game(guild, "g-0").move(game(guild, "g-0").progress().now(Status.ENDED));

        String secret = field(press(ALICE, 1), 0);
        Decision checked = check(ALICE, guild);

        assertThat(textOf(checked)).contains("As promised");
        assertThat(field(checked, 2)).isEqualTo(secret);
        assertThat(field(checked, 3)).contains(commitment);
    }

    @Test
    void findsOutWhenAGameWasNotDrawnFromItsSeed() {
        flip();
        boolean caught = false;
        for (int other = 0; other < 20; other++) {
            GuildGames cheated = with(Map.of("g-0", ServerSeed.from(random)));
            caught |= textOf(check(ALICE, cheated)).contains("something else");
        }

        assertThat(caught).isTrue();
        assertThat(textOf(check(ALICE, with(Map.of("g-0", player().seed()))))).contains("As promised");
    }

    private void flip() {
        new FlipCoin(random, TIMES)
                .decide(
                        Acting.by(ALICE)
                                .with("amount", 5)
                                .with("choice", "heads")
                                .command(),
                        guild,
                        now());
    }

    private GuildGames with(Map<String, ServerSeed> revealed) {
        return new GuildGames(guild.guildId(), guild.odds(), guild.players(), guild.sessions(), revealed);
    }

    private Decision show(long member) {
        return ask(Acting.by(member));
    }

    private Decision ask(Acting acting) {
        return rule().decide(acting.command(), guild, now());
    }

    private Decision check(long member, GuildGames in) {
        return rule().decide(Acting.by(member).with("game", " g-0 ").command(), in, now());
    }

    private ShowFairness rule() {
        return new ShowFairness(random, TABLES);
    }

    private Decision press(long member, int seedNumber) {
        return press(member, seedNumber, now());
    }

    private Decision press(long member, int seedNumber, Moment moment) {
        return decide(Acting.by(member), "games:fairness:" + member + ":" + seedNumber, moment);
    }

    private Decision decide(Acting acting, String button, Moment moment) {
        return new ReplaceSeed(random, TIMES).decide(acting.clicking(button), guild, moment);
    }

    private Player player() {
        return guild.player(ALICE);
    }

    private static String field(Decision decision, int index) {
        return body(decision.reply().orElseThrow())
                .embeds()
                .getFirst()
                .fields()
                .get(index)
                .value();
    }
}
