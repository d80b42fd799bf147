package dev.mitchbot.simulator;

import io.vertx.core.json.JsonObject;

/** The guild that a simulator starts with, by name. */
final class Stage {
    private final Http control;
    private final JsonObject guild;

    Stage(Simulator simulator) {
        this.control = Http.control(simulator);
        this.guild = control.get("/state").json().getJsonArray("guilds").getJsonObject(0);
    }

    String guild() {
        return guild.getString("id");
    }

    String channel(String name) {
        return idOf("channels", name);
    }

    String member(String name) {
        return idOf("members", name);
    }

    String role(String name) {
        return idOf("roles", name);
    }

    String bot() {
        return member("Mitchbot");
    }

    private String idOf(String section, String name) {
        return guild.getJsonArray(section).stream()
                .map(JsonObject.class::cast)
                .filter(entry -> entry.getString("name").equals(name))
                .findFirst()
                .orElseThrow()
                .getString("id");
    }

    String inGeneral(String what) {
        return "/guilds/" + guild() + "/channels/" + channel("general") + what;
    }

    JsonObject use(String member, String command, JsonObject options) {
        return control.post(
                        inGeneral("/commands"),
                        new JsonObject()
                                .put("userId", member(member))
                                .put("command", command)
                                .put("options", options)
                                .put("wait", 5_000))
                .json();
    }

    JsonObject click(String member, String messageId, String customId) {
        return control.post(
                        inGeneral("/clicks"),
                        new JsonObject()
                                .put("userId", member(member))
                                .put("messageId", messageId)
                                .put("customId", customId)
                                .put("wait", 5_000))
                .json();
    }

    String say(String member, String content) {
        return control.post(
                        inGeneral("/messages"),
                        new JsonObject().put("userId", member(member)).put("content", content))
                .json()
                .getString("messageId");
    }
}
