package dev.mitchbot.games.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import dev.mitchbot.contracts.discord.GuildSnapshot;
import dev.mitchbot.contracts.economy.WalletRequest.HoldStake;
import dev.mitchbot.contracts.economy.WalletRequest.PlayStake;
import dev.mitchbot.contracts.economy.WalletResult.Balance;
import dev.mitchbot.contracts.economy.WalletResult.Refusal;
import dev.mitchbot.contracts.economy.WalletResult.StakeRefused;
import dev.mitchbot.contracts.economy.WalletResult.StakeSettled;
import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.games.chance.Draws;
import dev.mitchbot.games.chance.ServerSeed;
import dev.mitchbot.games.chance.Ticket;
import dev.mitchbot.messaging.suite.Acting;
import dev.mitchbot.messaging.suite.KeycloakServer;
import dev.mitchbot.messaging.suite.Records;
import dev.mitchbot.messaging.suite.RestSuite;
import dev.mitchbot.messaging.suite.Servers;
import dev.mitchbot.messaging.suite.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The REST API with tokens of a real Keycloak, beside the real database and the real broker; the test is the ledger. */
@QuarkusTest
@QuarkusTestResource(value = Servers.class, restrictToAnnotatedClass = false)
@QuarkusTestResource(value = KeycloakServer.class, restrictToAnnotatedClass = false)
class GamesRestIT extends RestSuite {
    private static final long PLAYER = 4_000;
    private static final Optional<String> GOLD = Optional.of("gold");

    @Inject
    GamesWire wire;

    @Inject
    GamesDatabase database;

    @Override
    protected List<String> reads() {
        return List.of(gamesOf(PLAYER));
    }

    @Test
    void tellsTheOutcomeWhenTheLedgerHasPaidAndTheSeedWhenItIsRevealed() {
        Answer sheet = Wire.read(wire.ask("fairness", by().command()), Answer.class);
        String shown = sheet.message().embeds().getFirst().fields().getFirst().value();
        long flip = wire.send(
                "coinflip", by().with("amount", 50).with("choice", "heads").command());
        PlayStake asked = wire.requestOf(flip, PlayStake.class);

        Map<String, Object> open = onlyGame();
        assertThat(open)
                .containsEntry("gameId", "" + flip)
                .containsEntry("kind", "coinflip")
                .containsEntry("state", "ASKING")
                .containsEntry("stake", 50)
                .containsEntry("nonce", 0)
                .doesNotContainKeys("payout", "outcome", "serverSeed", "endedAt");
        assertThat(shown).isEqualTo("`" + open.get("commitment") + "`");

        String result = wire.ledger(
                "result-" + flip, new StakeSettled(guild, asked.gameId(), List.of(new Balance(PLAYER, 148)), GOLD));
        wire.replyToMessage(result);
        Map<String, Object> ended = onlyGame();
        assertThat(ended)
                .containsEntry("state", "ENDED")
                .containsEntry("currency", "gold")
                .containsEntry("commitment", open.get("commitment"))
                .containsKeys("outcome", "endedAt")
                .doesNotContainKey("serverSeed");
        assertThat(((Number) ended.get("payout")).longValue()).isEqualTo(asked.payout());

        wire.ask(
                "fairness.click",
                by().clicking(sheet.message()
                        .rows()
                        .getFirst()
                        .buttons()
                        .getFirst()
                        .customId()));
        Map<String, Object> revealed = onlyGame();
        ServerSeed seed = new ServerSeed((String) revealed.get("serverSeed"));
        assertThat(seed.commitment()).isEqualTo(open.get("commitment"));
        Ticket ticket = new Ticket(1, (String) revealed.get("clientSeed"), 0);
        assertThat((String) revealed.get("outcome"))
                .startsWith(new Draws(seed, ticket).below(2) == 0 ? "heads" : "tails");
    }

    @Test
    void tellsNothingOfAHandInPlayNorOfAGameThatNeverWas() {
        long hand = wire.send("blackjack", by().with("amount", 100).command());
        HoldStake hold = wire.requestOf(hand, HoldStake.class);
        assertThat(onlyGame()).containsEntry("state", "HOLDING").doesNotContainKeys("payout", "outcome", "serverSeed");

        String result = wire.ledger(
                "result-" + hand,
                new StakeRefused(guild, hold.gameId(), Refusal.INSUFFICIENT_FUNDS, 100, 7, Optional.empty(), GOLD));
        wire.replyToMessage(result);

        assertThat(onlyGame()).containsEntry("state", "REFUSED").doesNotContainKeys("payout", "outcome", "serverSeed");
    }

    @Test
    void pagesThroughTwoThousandGamesWithoutMissingOrRepeatingOne() {
        fill(2_000);
        String alice = tokenOf("alice");
        List<String> places = new ArrayList<>();
        String cursor = "";
        do {
            Response page =
                    with(alice).queryParams("limit", 70, "cursor", cursor).get(path(gamesOf(PLAYER)));
            assertThat(page.statusCode()).isEqualTo(200);
            List<Map<String, Object>> items = page.jsonPath().getList("items");
            items.forEach(game -> places.add("%d/%04d".formatted(game.get("seedNumber"), game.get("nonce"))));
            assertThat(items)
                    .allSatisfy(game -> assertThat(game.containsKey("serverSeed"))
                            .isEqualTo((Integer) game.get("seedNumber") == 1));
            cursor = page.jsonPath().getString("next");
        } while (cursor != null);

        assertThat(places).hasSize(2_000).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b.compareTo(a));
        with(alice).get(path(gamesOf(PLAYER + 1))).then().statusCode(200).body("items", empty());
    }

    @Test
    void namesEveryInvalidParameter() {
        problem(as("alice").queryParams("limit", 101, "cursor", "x").get(path(gamesOf("me"))), 400)
                .then()
                .body("errors.field", contains("userId", "limit", "cursor"));
    }

    @Test
    void knowsWhoMayManageAGuildFromTheGateway() {
        long other = Records.newId();
        problem(as("bob").get(path(other, gamesOf(PLAYER))), 403);

        wire.send(
                Topic.GUILDS,
                other,
                "guild-" + other,
                GuildSnapshot.TYPE,
                new GuildSnapshot(
                        other,
                        "Test",
                        Optional.empty(),
                        ALICE,
                        2,
                        List.of(),
                        List.of(),
                        List.of("" + BOB),
                        0,
                        Optional.empty()));

        String bob = tokenOf("bob");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> with(bob).get(path(other, gamesOf(PLAYER))).statusCode() == 200);
    }

    /** Games of two seeds, half each, of which the first is revealed. */
    private void fill(int games) {
        database.execute(
                "insert into games (guild_id, game_id, player_id, game, stake, status, state, odds, currency,"
                        + " seed_number, client_seed, nonce, payout, ended_at, version)"
                        + " select ?, 'g' || n, ?, 'coinflip', 50, 'ENDED',"
                        + " cast('{\"called\":\"HEADS\",\"shown\":\"TAILS\"}' as json), 'CORRECTED', 'coins',"
                        + " 1 + n % 2, 'client', n / 2, 0, now(), 1 from generate_series(0, ? - 1) n",
                guild, PLAYER, games);
        database.execute(
                "insert into revealed_seeds (guild_id, player_id, seed_number, server_seed) values (?, ?, 1, ?)",
                guild,
                PLAYER,
                "ab".repeat(32));
        database.execute(
                "insert into players (guild_id, player_id, seed_number, server_seed, client_seed, next_nonce, version)"
                        + " values (?, ?, 2, ?, 'client', ?, 1)",
                guild,
                PLAYER,
                "cd".repeat(32),
                games / 2);
    }

    private Map<String, Object> onlyGame() {
        Response page = as("alice").get(path(gamesOf(PLAYER)));
        assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
        assertThat(page.jsonPath().getList("items")).hasSize(1);
        return page.jsonPath().getMap("items[0]");
    }

    private Acting by() {
        return Acting.in(Records.interaction(guild, Records.newId()), PLAYER);
    }

    private static String gamesOf(Object player) {
        return "players/" + player + "/games";
    }
}
