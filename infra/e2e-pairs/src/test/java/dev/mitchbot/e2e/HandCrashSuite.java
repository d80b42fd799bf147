package dev.mitchbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Processes are killed while hands are at each of their steps: {@code -Drepetitions=20} does it twenty times to each of
 * {@code -Dvictims=…}.
 */
@ResourceLock(SideBySide.EVERY_PROCESS)
abstract class HandCrashSuite {
    private static final int HANDS = 6;
    private static final Duration OVER_WITHIN = Duration.ofSeconds(90);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long STAKE = 40;
    private static final int LOOKS = 15;

    /** Where a hand is when the kill comes; they are taken in this order, the briefest last. */
    enum Step {
        CARDS_SHOWN,
        STOOD,
        HIT,
        STAKE_ASKED
    }

    abstract RunningBot bot();

    static Stream<Arguments> kills() {
        return Kills.of("games-1+economy-1,games-1+games-2+economy-1+economy-2,kafka,postgres");
    }

    @ParameterizedTest(name = "kill -9 {0}, {1}")
    @MethodSource("kills")
    void everyStakeIsSettledOrReturnedOnce(String names, int time) {
        var victims = Victims.of(bot(), names);
        List<Table> tables = Stream.of(Step.values())
                .map(step -> new Table(
                        step, bot().control().newGuild("crash-%s-%s-%d".formatted(names, step, time), HANDS + 1)))
                .toList();
        tables.forEach(Table::deal);
        tables.forEach(Table::takeTheStep);
        victims.kill();
        victims.restart();

        List<Player> players =
                tables.stream().flatMap(table -> table.players().stream()).toList();
        await().atMost(OVER_WITHIN).until(() -> {
            AtOnce.each(players, Player::playOn);
            return bot().books().held().isEmpty() && tables.stream().allMatch(Table::isOver);
        });
        assertThat(bot().books().faults()).isEmpty();
        players.forEach(Player::compareWithTheLedger);
        if (victims.haveStandIns()) {
            assertThat(tables).allSatisfy(Table::assertPlayedToTheEnd);
        }
    }

    /** Some hands that are at the same step when the kill comes. */
    private final class Table {
        private final Step step;
        private final Guild guild;
        private final List<Player> players;

        Table(Step step, Guild guild) {
            this.step = step;
            this.guild = guild;
            players = IntStream.rangeClosed(1, HANDS)
                    .mapToObj(number -> new Player(guild, guild.member(number)))
                    .toList();
        }

        List<Player> players() {
            return players;
        }

        void deal() {
            if (step != Step.STAKE_ASKED) {
                players.forEach(Player::ask);
                players.forEach(Player::awaitCards);
            }
        }

        void takeTheStep() {
            switch (step) {
                case STAKE_ASKED -> players.forEach(Player::ask);
                case CARDS_SHOWN -> {}
                case HIT -> players.forEach(player -> player.click("Hit"));
                case STOOD -> players.forEach(player -> player.click("Stand"));
            }
        }

        boolean isOver() {
            return games().stream().allMatch(PlayedGames.Game::isOver);
        }

        /** No hand was lost, and no stake had to go back. */
        void assertPlayedToTheEnd() {
            assertThat(games()).hasSize(HANDS).allMatch(game -> game.status().equals("ENDED"));
        }

        private List<PlayedGames.Game> games() {
            return new PlayedGames(bot().stack()).of(guild.id());
        }
    }

    private final class Player {
        private final Guild guild;
        private final String userId;
        private Seen ask;
        private Optional<Seen> table = Optional.empty();
        private int unconfirmed;

        Player(Guild guild, String userId) {
            this.guild = guild;
            this.userId = userId;
        }

        void ask() {
            ask = guild.begin(userId, "blackjack", Map.of("amount", STAKE));
        }

        /** The stake was taken at most once, ended as often, and the wallet has what the game says. */
        void compareWithTheLedger() {
            List<Books.Entry> entries = bot().books().entries(guild.id()).stream()
                    .filter(entry -> entry.account().equals(userId))
                    .filter(entry -> !entry.reason().equals("OPENING"))
                    .toList();
            List<PlayedGames.Game> games = new PlayedGames(bot().stack())
                    .of(guild.id()).stream()
                            .filter(game -> game.player().equals(userId))
                            .toList();

            assertThat(games).hasSizeLessThanOrEqualTo(1);
            assertThat(entries).filteredOn(entry -> entry.amount() < 0).hasSizeLessThanOrEqualTo(1);
            assertThat(entries).filteredOn(entry -> entry.amount() > 0).hasSizeLessThanOrEqualTo(1);
            assertThat(entries.stream().mapToLong(Books.Entry::amount).sum())
                    .isEqualTo(
                            games.stream().mapToLong(PlayedGames.Game::change).sum());
            assertThat(games.isEmpty()).isEqualTo(isWithoutGame(seen()));
        }

        Seen seen() {
            return guild.control().interaction(ask.id(), Duration.ZERO);
        }

        void awaitCards() {
            table = Optional.of(await().atMost(PATIENCE).until(this::seen, Seen::isDecided));
        }

        void click(String label) {
            table.filter(shown -> shown.offers(label)).ifPresent(shown -> guild.beginClick(userId, shown, label));
        }

        /** Stands as often as it takes: a click that the dying processes have lost is made again. */
        void playOn() {
            await().atMost(OVER_WITHIN).pollInterval(Duration.ofSeconds(1)).until(() -> {
                Seen shown = seen();
                if (shown.offers("Stand")) {
                    guild.clickIfThere(userId, shown, "Stand");
                }
                unconfirmed = shown.isToldThatNothingIsConfirmed() ? unconfirmed + 1 : 0;
                return isWithoutGame(shown) || shown.isDecided() && !shown.offers("Stand");
            });
        }

        /** What a dying broker has not confirmed, and what then shows no result, has not begun, or begins late. */
        private boolean isWithoutGame(Seen shown) {
            return shown.isToldThatNothingHappened() || shown.isToldThatNothingIsConfirmed() && unconfirmed > LOOKS;
        }
    }
}
