package dev.mitchbot.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The simulator's control face: everything that a member of a guild can do. */
final class ControlFace implements AutoCloseable {
    private static final Duration MORE_THAN_ANY_WAIT = Duration.ofSeconds(75);
    private static final List<String> LIMITS = List.of("min_value", "max_value", "min_length", "max_length", "choices");
    private static final String BOT = "100000000000000001";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final String discordUrl;

    ControlFace(String simulatorUrl) {
        url = simulatorUrl + "/sim/v1";
        discordUrl = simulatorUrl + "/api/v10";
    }

    Guild newGuild(String name, int members) {
        return new Guild(this, post("/guilds", Map.of("name", name, "members", members), Duration.ZERO));
    }

    boolean knowsCommand(String name) {
        return get("/state").path("commands").findValuesAsText("name").contains(name);
    }

    Seen interaction(String id, Duration wait) {
        return new Seen(get("/interactions/" + id + "?wait=" + wait.toMillis()));
    }

    /** What the bot and Discord have said to each other over REST, newest first. */
    List<JsonNode> exchanges() {
        List<JsonNode> exchanges = new ArrayList<>();
        get("/exchanges?limit=1000").forEach(exchanges::add);
        return exchanges;
    }

    /** What happens to every interaction until the faults are cleared. */
    void fault(String kind) {
        post("/faults", Map.of("kind", kind), Duration.ZERO);
    }

    void clearFaults() {
        send(request("/faults").DELETE().build());
    }

    /** Lets everybody in the guild use every command with any values, as if Discord did not look. */
    void openEverythingTo(String guildId) {
        String commands = discordUrl + "/applications/" + BOT + "/guilds/" + guildId + "/commands";
        ArrayNode all = MAPPER.createArrayNode();
        for (JsonNode command : get("/state").path("commands")) {
            if (!command.has("guild_id")) {
                var open = (ObjectNode) command.deepCopy();
                open.remove(List.of("id", "application_id", "version", "default_member_permissions"));
                LIMITS.forEach(limit -> open.findParents(limit).forEach(option -> ((ObjectNode) option).remove(limit)));
                all.add(open);
            }
        }
        send(HttpRequest.newBuilder(URI.create(commands))
                .timeout(MORE_THAN_ANY_WAIT)
                .header("Authorization", "Bot " + RunningBot.TOKEN)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(all.toString()))
                .build());
    }

    JsonNode auditLog(String guildId) {
        return get("/guilds/" + guildId + "/audit-log");
    }

    /** A guild as it is now. */
    JsonNode guild(String guildId) {
        return get("/guilds/" + guildId);
    }

    /** What the bot wrote to this member in private, newest first. */
    JsonNode directMessages(String guildId, String userId) {
        return get("/guilds/" + guildId + "/direct-messages/" + userId);
    }

    void giveRoles(String guildId, String userId, List<String> roles) {
        changeMember(guildId, userId, Map.of("roles", roles));
    }

    void refuseDirectMessages(String guildId, String userId) {
        changeMember(guildId, userId, Map.of("acceptsDirectMessages", false));
    }

    private void changeMember(String guildId, String userId, Map<String, Object> change) {
        send(request("/guilds/" + guildId + "/members/" + userId)
                .header("Content-Type", "application/json")
                .method(
                        "PATCH",
                        BodyPublishers.ofString(MAPPER.valueToTree(change).toString()))
                .build());
    }

    JsonNode post(String path, Map<String, Object> body, Duration wait) {
        var waiting = new HashMap<>(body);
        if (!wait.isZero()) {
            waiting.put("wait", wait.toMillis());
        }
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(MAPPER.valueToTree(waiting).toString()))
                .build());
    }

    private JsonNode get(String path) {
        return send(request(path).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(MORE_THAN_ANY_WAIT);
    }

    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new AssertionError(request + " got " + response.statusCode() + ": " + response.body());
            }
            return MAPPER.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at " + request, e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
