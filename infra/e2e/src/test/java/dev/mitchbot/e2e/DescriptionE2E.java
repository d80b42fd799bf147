package dev.mitchbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitchbot.simulator.openapi.DiscordDescription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the real gateway and the simulator say to each other is what Discord's own description allows. */
@Order(SharedBot.FIRST)
@ExtendWith(SharedBot.class)
class DescriptionE2E {
    private static final Duration NOT_YET = Duration.ofMillis(2_600);

    private final RunningBot bot;

    DescriptionE2E(RunningBot bot) {
        this.bot = bot;
    }

    @Test
    void exchangesOnlyWhatDiscordDescribes() {
        var description = DiscordDescription.findOrSkip();
        useEverything();
        List<JsonNode> exchanges = bot.control().exchanges();
        assertThat(exchanges).hasSizeGreaterThan(12);
        assertThat(paths(exchanges))
                .anyMatch(path -> path.contains("/callback"))
                .anyMatch(path -> path.contains("/commands"))
                .anyMatch(path -> path.startsWith("/webhooks/"));
        assertThat(flaws(description, exchanges)).isEmpty();
    }

    private void useEverything() {
        Guild guild = bot.control().newGuild("described", 12);
        String owner = guild.member(0);
        for (int member = 0; member < 12; member++) {
            guild.eco(owner, "set", Map.of("user", guild.member(member), "amount", 1_000 + member));
        }
        guild.eco(owner, "add", Map.of("user", owner, "amount", 5, "reason", "rent"));
        guild.eco(owner, "remove", Map.of("user", owner, "amount", 100_000));
        guild.eco(owner, "balance", Map.of("user", guild.member(1)));
        guild.daily(owner);
        guild.daily(owner);
        guild.use(owner, "work", Map.of());
        guild.give(owner, guild.member(1), 10);
        guild.give(owner, owner, 10);
        guild.balance(owner);
        Seen board = guild.use(owner, "leaderboard", Map.of());
        guild.click(owner, guild.click(owner, board, "Next"), "Previous");

        bot.stack().server("economy-1").freeze();
        Seen late = guild.use(owner, "give", Map.of("user", owner, "amount", 1), NOT_YET);
        Seen later = guild.use(owner, "balance", Map.of(), NOT_YET);
        bot.stack().server("economy-1").resume();
        for (Seen deferred : List.of(late, later)) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> bot.control()
                            .interaction(deferred.id(), Duration.ofSeconds(5))
                            .isDecided());
        }
    }

    private static List<String> paths(List<JsonNode> exchanges) {
        return exchanges.stream()
                .map(exchange -> exchange.path("path").asText())
                .toList();
    }

    private static List<String> flaws(DiscordDescription description, List<JsonNode> exchanges) {
        List<String> flaws = new ArrayList<>();
        for (JsonNode exchange : exchanges) {
            flaws.addAll(description.flaws(
                    exchange.path("method").asText(),
                    exchange.path("path").asText(),
                    exchange.path("request").asText(),
                    exchange.path("status").asInt(),
                    exchange.path("response").asText()));
        }
        return flaws;
    }
}
