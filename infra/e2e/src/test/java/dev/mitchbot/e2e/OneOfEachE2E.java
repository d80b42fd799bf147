package dev.mitchbot.e2e;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/** One instance of each service. */
@ExtendWith(SharedBot.class)
class OneOfEachE2E {
    private final RunningBot bot;

    OneOfEachE2E(RunningBot bot) {
        this.bot = bot;
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

    @Nested
    class Games extends GamesSuite {
        @Override
        RunningBot bot() {
            return bot;
        }
    }

    @Nested
    class HandCrashes extends HandCrashSuite {
        @Override
        RunningBot bot() {
            return bot;
        }

        @Override
        String usualVictims() {
            return "games-1+economy-1,kafka,postgres";
        }
    }

    @Nested
    class BanCrashes extends BanCrashSuite {
        @Override
        RunningBot bot() {
            return bot;
        }

        @Override
        String usualVictims() {
            return "moderation-1,gateway-1";
        }
    }
}
