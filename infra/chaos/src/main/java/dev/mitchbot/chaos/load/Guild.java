package dev.mitchbot.chaos.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitchbot.infra.stack.visit.ControlApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A guild of members who use the bot; the first of them owns it. */
public record Guild(String id, String channel, List<String> members) {
    static final int MEMBERS = 25;

    public Guild {
        members = List.copyOf(members);
    }

    static Guild found(ControlApi control, String name) {
        return of(control.post("/guilds", Map.of("name", name, "members", MEMBERS)));
    }

    static Guild of(JsonNode json) {
        var members = new ArrayList<String>();
        for (JsonNode member : json.path("members")) {
            if (!member.path("bot").asBoolean()) {
                members.add(member.path("id").asText());
            }
        }
        return new Guild(
                json.path("id").asText(),
                json.path("channels").path(0).path("id").asText(),
                members);
    }

    String path(String what) {
        return "/guilds/" + id + "/channels/" + channel + "/" + what;
    }
}
