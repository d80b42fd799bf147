package dev.mitchbot.infra.stack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitchbot.infra.servers.Pause;
import dev.mitchbot.infra.stack.visit.ControlApi;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Members of a guild of its own use the commands; what they are answered does not matter. */
final class Practice {
    private static final Duration COMMANDS_THERE_WITHIN = Duration.ofSeconds(60);
    private static final Duration MORE_THAN_ANY_WAIT = Duration.ofSeconds(20);
    private static final int MEMBERS = 8;
    private static final int WAIT_MS = 5_000;

    private final ControlApi discord;

    private Practice(ControlApi discord) {
        this.discord = discord;
    }

    static void in(String simulatorUrl) {
        try (var discord = new ControlApi(simulatorUrl, MORE_THAN_ANY_WAIT)) {
            var practice = new Practice(discord);
            practice.awaitCommands();
            practice.run();
        }
    }

    private void run() {
        JsonNode guild = discord.post("/guilds", Map.of("name", "practice", "members", MEMBERS));
        String commands = "/guilds/" + guild.path("id").asText() + "/channels/"
                + guild.path("channels").path(0).path("id").asText() + "/commands";
        List<String> members = StreamSupport.stream(guild.path("members").spliterator(), false)
                .filter(member -> !member.path("bot").asBoolean())
                .map(member -> member.path("id").asText())
                .toList();
        String owner = members.getFirst();
        for (int turn = 0; turn < members.size(); turn++) {
            String member = members.get(turn);
            String other = members.get((turn + 1) % members.size());
            use(commands, member, "daily", Map.of());
            use(commands, member, "work", Map.of());
            use(commands, member, "give", Map.of("user", other, "amount", 1));
            use(commands, member, "balance", Map.of());
            use(commands, member, "leaderboard", Map.of());
            use(commands, member, "coinflip", Map.of("amount", 1, "choice", "heads"));
            use(commands, member, "blackjack", Map.of("amount", 1));
            use(commands, owner, "warn", Map.of("target", other, "reason", "practice"));
        }
    }

    private void use(String commands, String member, String command, Map<String, Object> options) {
        discord.post(commands, Map.of("userId", member, "command", command, "options", options, "wait", WAIT_MS));
    }

    private void awaitCommands() {
        long deadline = System.nanoTime() + COMMANDS_THERE_WITHIN.toNanos();
        while (!discord.knowsCommands(List.of("daily", "coinflip", "warn"))) {
            if (System.nanoTime() > deadline) {
                throw new Refusal("The bot has not told Discord its commands within "
                        + COMMANDS_THERE_WITHIN.toSeconds() + " s.");
            }
            Pause.briefly();
        }
    }
}
