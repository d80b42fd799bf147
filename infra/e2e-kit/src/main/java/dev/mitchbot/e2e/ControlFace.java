package dev.mitchbot.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mitchbot.infra.stack.visit.ControlApi;
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

    private final ControlApi api;

    ControlFace(String simulatorUrl) {
        api = new ControlApi(simulatorUrl, MORE_THAN_ANY_WAIT);
    }

    Guild newGuild(String name, int members) {
        return new Guild(this, post("/guilds", Map.of("name", name, "members", members), Duration.ZERO));
    }

    boolean knowsCommands(List<String> names) {
        return api.knowsCommands(names);
    }

    Seen interaction(String id, Duration wait) {
        return new Seen(api.get("/interactions/" + id + "?wait=" + wait.toMillis()));
    }

    /** What the bot and Discord have said to each other over REST, newest first. */
    List<JsonNode> exchanges() {
        List<JsonNode> exchanges = new ArrayList<>();
        api.get("/exchanges?limit=1000").forEach(exchanges::add);
        return exchanges;
    }

    /** What happens to every interaction until the faults are cleared. */
    void fault(String kind) {
        post("/faults", Map.of("kind", kind), Duration.ZERO);
    }

    void clearFaults() {
        api.delete("/faults");
    }

    /** Lets everybody in the guild use every command with any values, as if Discord did not look. */
    void openEverythingTo(String guildId) {
        ArrayNode all = MAPPER.createArrayNode();
        for (JsonNode command : api.get("/state").path("commands")) {
            if (!command.has("guild_id")) {
                var open = (ObjectNode) command.deepCopy();
                open.remove(List.of("id", "application_id", "version", "default_member_permissions"));
                LIMITS.forEach(limit -> open.findParents(limit).forEach(option -> ((ObjectNode) option).remove(limit)));
                all.add(open);
            }
        }
        api.putAsBot(RunningBot.TOKEN, "/applications/" + BOT + "/guilds/" + guildId + "/commands", all);
    }

    JsonNode auditLog(String guildId) {
        return api.get("/guilds/" + guildId + "/audit-log");
    }

    /** A guild as it is now. */
    JsonNode guild(String guildId) {
        return api.get("/guilds/" + guildId);
    }

    /** What the bot wrote to this member in private, newest first. */
    JsonNode directMessages(String guildId, String userId) {
        return api.get("/guilds/" + guildId + "/direct-messages/" + userId);
    }

    void giveRoles(String guildId, String userId, List<String> roles) {
        changeMember(guildId, userId, Map.of("roles", roles));
    }

    void removeMember(String guildId, String userId) {
        api.delete("/guilds/" + guildId + "/members/" + userId);
    }

    void refuseDirectMessages(String guildId, String userId) {
        changeMember(guildId, userId, Map.of("acceptsDirectMessages", false));
    }

    private void changeMember(String guildId, String userId, Map<String, Object> change) {
        api.patch("/guilds/" + guildId + "/members/" + userId, change);
    }

    JsonNode post(String path, Map<String, Object> body, Duration wait) {
        var waiting = new HashMap<>(body);
        if (!wait.isZero()) {
            waiting.put("wait", wait.toMillis());
        }
        return api.post(path, waiting);
    }

    @Override
    public void close() {
        api.close();
    }
}
