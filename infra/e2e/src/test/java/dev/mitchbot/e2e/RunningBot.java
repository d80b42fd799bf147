package dev.mitchbot.e2e;

import static org.awaitility.Awaitility.await;

import dev.mitchbot.infra.stack.Stack;
import dev.mitchbot.infra.stack.StackOptions;
import java.time.Duration;
import java.util.Map;

/** The packaged services on a stack of their own, once members can use the commands. */
record RunningBot(Stack stack, ControlFace control) implements AutoCloseable {
    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(60);

    /** Tests act faster than members may. */
    private static final Map<String, String> UNHURRIED =
            Map.of("GATEWAY_RATE_LIMIT_BURST", "1000", "GATEWAY_RATE_LIMIT_PER_SECOND", "1000");

    static RunningBot start() {
        Stack stack = Stack.start(StackOptions.forTests().withEnvironment("gateway", UNHURRIED));
        var bot = new RunningBot(stack, new ControlFace(stack.simulatorUrl()));
        try {
            await().atMost(KNOWN_WITHIN).until(() -> bot.control.knowsCommand("leaderboard"));
            return bot;
        } catch (RuntimeException e) {
            bot.close();
            throw e;
        }
    }

    Books books() {
        return new Books(stack);
    }

    @Override
    public void close() {
        control.close();
        stack.close();
    }
}
