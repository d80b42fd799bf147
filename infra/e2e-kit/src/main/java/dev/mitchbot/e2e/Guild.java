package dev.mitchbot.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitchbot.infra.stack.visit.ControlApi;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A guild of its own for a test, whose members use the bot in its first channel. */
record Guild(ControlFace control, JsonNode json) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    String id() {
        return json.path("id").asText();
    }

    /** The first owns the guild. */
    String member(int index) {
        return StreamSupport.stream(json.path("members").spliterator(), false)
                .filter(member -> !member.path("bot").asBoolean())
                .skip(index)
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    String bot() {
        return StreamSupport.stream(json.path("members").spliterator(), false)
                .filter(member -> member.path("bot").asBoolean())
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    /** Lets somebody of this name in, and tells their id. */
    String join(String name) {
        return control.post("/guilds/" + id() + "/members", Map.of("name", name), Duration.ZERO)
                .path("id")
                .asText();
    }

    Seen use(String userId, String command, Map<String, Object> options) {
        return use(userId, command, options, PATIENCE);
    }

    Seen use(String userId, String command, Map<String, Object> options, Duration wait) {
        return post("commands", Map.of("userId", userId, "command", command, "options", options), wait);
    }

    Seen eco(String userId, String word, Map<String, Object> options) {
        return post(
                "commands",
                Map.of("userId", userId, "command", "eco", "subcommand", word, "options", options),
                PATIENCE);
    }

    /** Sends the command and does not wait for an answer. */
    Seen begin(String userId, String command, Map<String, Object> options) {
        return use(userId, command, options, Duration.ZERO);
    }

    /** As the guild's owner. */
    Seen beginEco(String word, Map<String, Object> options) {
        return post(
                "commands",
                Map.of("userId", member(0), "command", "eco", "subcommand", word, "options", options),
                Duration.ZERO);
    }

    Seen daily(String userId) {
        return use(userId, "daily", Map.of());
    }

    Seen give(String giver, String receiver, long amount) {
        return use(giver, "give", Map.of("user", receiver, "amount", amount));
    }

    Seen work(String userId) {
        return use(userId, "work", Map.of());
    }

    Seen leaderboard(String userId) {
        return use(userId, "leaderboard", Map.of());
    }

    Seen balance(String userId) {
        return use(userId, "balance", Map.of());
    }

    /** {@code /case view}. */
    Seen view(String userId, int caseNumber) {
        return post(
                "commands",
                Map.of(
                        "userId",
                        userId,
                        "command",
                        "case",
                        "subcommand",
                        "view",
                        "options",
                        Map.of("caseid", caseNumber)),
                PATIENCE);
    }

    Seen click(String userId, Seen shown, String label) {
        return click(userId, shown, label, PATIENCE);
    }

    /** Clicks, unless the button has gone since it was seen: Discord refuses such a click. */
    void clickIfThere(String userId, Seen shown, String label) {
        try {
            click(userId, shown, label);
        } catch (ControlApi.Refused refused) {
            if (!refused.getMessage().contains("the message has no component")) {
                throw refused;
            }
        }
    }

    /** Clicks the same button twice at once and does not wait for answers. */
    List<Seen> beginDoubleClick(String userId, Seen shown, String label) {
        return together(2, () -> beginClick(userId, shown, label));
    }

    /** What comes of doing the same so many times at once. */
    static List<Seen> together(int times, Supplier<Seen> deed) {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            return Stream.generate(() -> CompletableFuture.supplyAsync(deed, people)).limit(times).toList().stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }

    Seen awaitAnswer(Seen begun) {
        return control.interaction(begun.id(), PATIENCE);
    }

    /** Clicks and does not wait for an answer. */
    Seen beginClick(String userId, Seen shown, String label) {
        return click(userId, shown, label, Duration.ZERO);
    }

    private Seen click(String userId, Seen shown, String label, Duration wait) {
        return post(
                "clicks",
                Map.of(
                        "userId", userId,
                        "messageId", shown.message().path("id").asText(),
                        "customId", shown.button(label).path("custom_id").asText()),
                wait);
    }

    private Seen post(String what, Map<String, Object> body, Duration wait) {
        String channel = json.path("channels").path(0).path("id").asText();
        return new Seen(control.post("/guilds/" + id() + "/channels/" + channel + "/" + what, body, wait));
    }

    @Override
    public String toString() {
        return json.path("name").asText();
    }
}
