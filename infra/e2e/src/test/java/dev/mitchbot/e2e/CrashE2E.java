package dev.mitchbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.infra.servers.Server;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CrashE2E {
    private static final int HALF = 100;

    private static RunningBot bot;

    @BeforeAll
    static void start() {
        bot = RunningBot.start();
    }

    @AfterAll
    static void stop() {
        if (bot != null) {
            bot.close();
        }
    }

    @Test
    void decidesEverythingOnceAlthoughTheEconomyIsKilled() {
        var crowd = new Crowd(bot.control(), "economy");
        List<Seen> settled = killedHalfway("economy-1", crowd);
        assertThat(settled).hasSize(2 * HALF).allMatch(Seen::isDecided);
        assertEveryGiftMovedOnce(crowd, settled);
    }

    @Test
    void decidesEverythingOnceAlthoughTheDatabaseIsKilled() {
        var crowd = new Crowd(bot.control(), "database");
        List<Seen> settled = killedHalfway("postgres", crowd);
        assertThat(settled).hasSize(2 * HALF).allMatch(Seen::isDecided);
        assertEveryGiftMovedOnce(crowd, settled);
    }

    @Test
    void decidesOnceWhatItDoesNotRefuseAlthoughTheBrokerIsKilled() {
        var crowd = new Crowd(bot.control(), "broker");
        List<Seen> settled = killedHalfway("kafka", crowd);
        assertThat(settled).hasSize(2 * HALF).anyMatch(Seen::isDecided);
        assertEveryGiftMovedOnce(crowd, settled);
    }

    private static List<Seen> killedHalfway(String name, Crowd crowd) {
        Server server = bot.stack().server(name);
        crowd.act(HALF);
        server.kill();
        crowd.act(HALF);
        server.restart();
        return crowd.settled();
    }

    private static void assertEveryGiftMovedOnce(Crowd crowd, List<Seen> settled) {
        assertThat(crowd.movedGifts(bot.books())).containsExactlyInAnyOrderElementsOf(crowd.decidedGifts(settled));
        assertThat(bot.books().faults()).isEmpty();
    }
}
