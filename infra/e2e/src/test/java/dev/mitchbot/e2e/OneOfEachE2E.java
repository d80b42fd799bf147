package dev.mitchbot.e2e;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** One instance of each service. */
class OneOfEachE2E {
    private static RunningBot bot;

    @BeforeAll
    static void start() {
        bot = RunningBot.start(1, Map.of("GATEWAY_REGISTRATION_DEBOUNCE", "100ms"));
    }

    @AfterAll
    static void stop() {
        if (bot != null) {
            bot.close();
        }
    }

    @Nested
    class Commands extends CommandSuite {
        @Override
        RunningBot bot() {
            return bot;
        }
    }

    @Nested
    class Outages extends OutageSuite {
        @Override
        RunningBot bot() {
            return bot;
        }
    }

    @Nested
    class BadMessages extends BadMessageSuite {
        @Override
        RunningBot bot() {
            return bot;
        }
    }

    @Nested
    class Crashes extends CrashSuite {
        @Override
        RunningBot bot() {
            return bot;
        }
    }
}
