package dev.mitchbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mitchbot.e2e.SharedBot.Instances;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A gateway that stood still while the other took its work over does none of it again when it wakes up. */
@Order(SharedBot.LAST)
@ExtendWith(SharedBot.class)
@ResourceLock(SideBySide.EVERY_PROCESS)
class StandstillE2E {
    private static final int GUILDS = 6;
    private static final int REFUSALS_A_GUILD = 5;
    private static final Duration NOT_WAITING = Duration.ZERO;
    private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(60);
    private static final Duration LONG_ENOUGH_TO_DO_IT_AGAIN = Duration.ofSeconds(8);

    private final RunningBot bot;

    StandstillE2E(@Instances(2) RunningBot bot) {
        this.bot = bot;
    }

    @Test
    void answersNothingTwice() {
        List<Seen> refused = new ArrayList<>();
        bot.whileSilent("economy", () -> {
            refused.addAll(askForTooMuch());
            await().atMost(TAKEN_OVER_WITHIN)
                    .until(() ->
                            now(refused).stream().allMatch(seen -> seen.state().equals("acknowledged")));
            bot.stack().server("gateway-2").freeze();
        });
        try {
            await().atMost(TAKEN_OVER_WITHIN).until(() -> now(refused).stream().allMatch(StandstillE2E::isRefusedOnce));
        } finally {
            bot.stack().server("gateway-2").resume();
        }
        await().during(LONG_ENOUGH_TO_DO_IT_AGAIN)
                .atMost(LONG_ENOUGH_TO_DO_IT_AGAIN.multipliedBy(2))
                .untilAsserted(() -> assertThat(now(refused)).allMatch(StandstillE2E::isRefusedOnce));
    }

    private List<Seen> askForTooMuch() {
        List<Seen> asked = new ArrayList<>();
        for (int number = 0; number < GUILDS; number++) {
            Guild guild = bot.control().newGuild("standstill-" + number, 3);
            for (int refusal = 0; refusal < REFUSALS_A_GUILD; refusal++) {
                asked.add(guild.use(
                        guild.member(1), "give", Map.of("user", guild.member(2), "amount", 1_000_000), NOT_WAITING));
            }
        }
        return asked;
    }

    private List<Seen> now(List<Seen> asked) {
        return asked.stream()
                .map(seen -> bot.control().interaction(seen.id(), NOT_WAITING))
                .toList();
    }

    private static boolean isRefusedOnce(Seen seen) {
        return seen.state().equals("answered")
                && seen.messages() == 1
                && seen.code().equals("INSUFFICIENT_FUNDS");
    }
}
