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
    private static final int HANDS = 5;
    /** Of a warning, a timeout and a ban. */
    private static final int LETTERS = 3;

    private final RunningBot bot;

    DescriptionE2E(RunningBot bot) {
        this.bot = bot;
    }

    @Test
    void exchangesOnlyWhatDiscordDescribes() {
        var description = DiscordDescription.findOrSkip();
        useTheEconomy();
        play();
        moderate();
        List<JsonNode> exchanges = bot.control().exchanges();
        assertThat(calls(exchanges))
                .anyMatch(call -> call.contains("/callback"))
                .anyMatch(call -> call.contains("/commands"))
                .anyMatch(call -> call.matches("PATCH /webhooks/.+/messages/@original"))
                .anyMatch(call -> call.matches("POST /users/@me/channels"))
                .anyMatch(call -> call.matches("POST /channels/\\d+/messages"))
                .anyMatch(call -> call.matches("PUT /guilds/\\d+/bans/\\d+"))
                .anyMatch(call -> call.matches("DELETE /guilds/\\d+/bans/\\d+"))
                .anyMatch(call -> call.matches("PATCH /guilds/\\d+/members/\\d+"));
        assertThat(flaws(description, exchanges)).isEmpty();
    }

    private void useTheEconomy() {
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

    private void play() {
        Guild guild = bot.control().newGuild("described games", HANDS + 3);
        String owner = guild.member(0);
        Seen sheet = guild.use(owner, "fairness", Map.of("client-seed", "mine"));
        guild.use(owner, "coinflip", Map.of("amount", 10, "choice", "heads"));
        guild.use(owner, "blackjack", Map.of("amount", 10_000));
        for (int number = 1; number <= HANDS; number++) {
            playAHand(guild, guild.member(number), guild.member(HANDS + 1));
        }
        guild.click(owner, sheet, "Replace the seed");
    }

    private static void playAHand(Guild guild, String player, String stranger) {
        Seen table = guild.use(player, "blackjack", Map.of("amount", 10));
        if (table.offers("Hit")) {
            guild.click(stranger, table, "Hit");
            table = guild.click(player, table, "Hit");
        }
        if (table.offers("Stand")) {
            guild.click(player, table, "Stand");
        }
    }

    private void moderate() {
        Discipline guild = Discipline.in(bot, "described order", 5);
        String warned = guild.member(1);
        String deaf = guild.member(2);
        bot.control().refuseDirectMessages(guild.guild().id(), deaf);

        guild.act("warn", warned, Map.of("reason", "shouting"));
        guild.act("warnings", warned, Map.of());
        guild.viewCase(1);
        guild.act("timeout", warned, Map.of("duration", 5, "reason", "shouting louder"));
        guild.act("tempban", warned, Map.of("duration", 5, "delete_days", 1));
        guild.unban(warned);
        guild.unban(warned);
        guild.act("ban", deaf, Map.of("reason", "more of it: „ä“"));
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        bot.control().directMessages(guild.guild().id(), warned).size() == LETTERS);
        assertThat(guild.cases())
                .containsExactly(
                        "1 WARN DONE",
                        "2 TIMEOUT DONE",
                        "3 TEMPBAN DONE",
                        "4 UNBAN DONE",
                        "5 UNBAN FAILED",
                        "6 BAN DONE");
    }

    private static List<String> calls(List<JsonNode> exchanges) {
        return exchanges.stream()
                .map(exchange -> exchange.path("method").asText() + " "
                        + exchange.path("path").asText().split("\\?")[0])
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
