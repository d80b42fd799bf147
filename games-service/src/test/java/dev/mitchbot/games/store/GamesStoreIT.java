package dev.mitchbot.games.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.games.blackjack.Hand;
import dev.mitchbot.games.blackjack.Round;
import dev.mitchbot.games.chance.Ticket;
import dev.mitchbot.games.coinflip.Flip;
import dev.mitchbot.games.coinflip.Side;
import dev.mitchbot.games.guild.Games;
import dev.mitchbot.games.guild.GamesKeys;
import dev.mitchbot.games.guild.GamesKeys.GuildKeys;
import dev.mitchbot.games.guild.GuildGames;
import dev.mitchbot.games.session.GameState;
import dev.mitchbot.games.session.Odds;
import dev.mitchbot.games.session.Opening;
import dev.mitchbot.games.session.Progress;
import dev.mitchbot.games.session.Session;
import dev.mitchbot.games.session.Sessions;
import dev.mitchbot.games.session.Status;
import dev.mitchbot.messaging.Lanes;
import dev.mitchbot.messaging.suite.Database;
import dev.mitchbot.messaging.suite.Records;
import dev.mitchbot.messaging.suite.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = Servers.class, restrictToAnnotatedClass = false)
class GamesStoreIT {
    private static final long PLAYER = 4_001;
    private static final long OTHER = 4_002;
    private static final GameState FLIP = new Flip(Side.HEADS, Side.TAILS);

    private final long guild = Records.newId();
    private final Database database = new Database();
    private final GamesStore store = new GamesStore();

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Vertx vertx;

    @Test
    void loadsAPlayersGamesThatTheLedgerHasNotAnsweredForWhoAsksForThem() {
        save(
                game("asking", PLAYER, 0, "coinflip", Status.ASKING, FLIP),
                game("asking too", PLAYER, 1, "coinflip", Status.ASKING, FLIP),
                game("ended", PLAYER, 2, "coinflip", Status.ENDED, FLIP),
                game("on the table", PLAYER, 3, "blackjack", Status.PLAYING, new Round(Hand.EMPTY, Hand.EMPTY)),
                game("somebody else's", OTHER, 0, "coinflip", Status.ASKING, FLIP));

        assertThat(idsOf(load(keys -> keys.asking(PLAYER))))
                .containsExactlyInAnyOrder("asking", "asking too", "on the table");
        assertThat(idsOf(load(keys -> keys.player(PLAYER)))).containsExactly("on the table");
        Session asking = load(keys -> keys.asking(PLAYER)).find("asking").orElseThrow();
        assertThat(asking.status()).isEqualTo(Status.ASKING);
        assertThat(asking.progress().interaction()).contains(Records.interaction(guild, 1));
    }

    @Test
    void findsThemWithoutALookAtAllTheOthers() {
        database.execute(
                "insert into games (guild_id, game_id, player_id, game, stake, status, state, odds, currency,"
                        + " seed_number, client_seed, nonce, ended_at, version)"
                        + " select ?, 'g' || n, ?, 'coinflip', 50, 'ENDED', cast('{}' as json), 'CORRECTED', 'coins',"
                        + " 1, 'client', n, now(), 1 from generate_series(1, 20000) n",
                guild,
                PLAYER);
        save(game("asking", PLAYER, 0, "coinflip", Status.ASKING, FLIP));
        database.execute("analyze games");

        var plan = database.plan(
                GamesTable.FIND,
                Map.of(
                        "guilds",
                        "{}",
                        "ids",
                        "{}",
                        "playerGuilds",
                        "{}",
                        "players",
                        "{}",
                        "askingGuilds",
                        "{" + guild + "}",
                        "asking",
                        "{" + PLAYER + "}"));

        assertThat(plan.lines()).anyMatch(line -> line.contains("unanswered_games"));
    }

    private Session game(String id, long player, long nonce, String kind, Status status, GameState state) {
        return Session.begin(
                new Opening(
                        id,
                        player,
                        kind,
                        50,
                        Odds.CORRECTED,
                        new Ticket(1, "client", nonce),
                        Instant.parse("2026-01-01T00:00:00Z")),
                Progress.begun(status, state, Records.interaction(guild, 1)));
    }

    private void save(Session... games) {
        var tables = new GuildGames(guild, Odds.CORRECTED, Map.of(), new Sessions(List.of(games)), Map.of());
        run(session -> store.save(session, new Games(Map.of(guild, tables))));
    }

    private Sessions load(Consumer<GuildKeys> needs) {
        GamesKeys keys = store.keys();
        needs.accept(keys.guild(guild));
        return run(session -> store.load(session, keys)).guild(guild).sessions();
    }

    private <T> T run(Function<Mutiny.Session, Uni<T>> work) {
        return new Lanes(vertx, 1)
                .<T>run(0, () -> sessions.withTransaction(work))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private static Stream<String> idsOf(Sessions games) {
        return games.of(PLAYER).map(Session::id);
    }
}
