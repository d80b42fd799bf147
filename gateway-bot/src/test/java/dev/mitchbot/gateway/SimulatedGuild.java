package dev.mitchbot.gateway;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The members of the simulator's first guild, through its control face. */
public final class SimulatedGuild {
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI face;

    public SimulatedGuild(URI simulator) {
        face = simulator.resolve("/sim/v1");
    }

    public JsonObject state() {
        return call("GET", "/state", new JsonObject());
    }

    public JsonObject guild() {
        return state().getJsonArray("guilds").getJsonObject(0);
    }

    public String id() {
        return guild().getString("id");
    }

    public String channel(String name) {
        return idOf(guild().getJsonArray("channels"), name);
    }

    public String member(String name) {
        return idOf(guild().getJsonArray("members"), name);
    }

    public JsonObject command(String member, String command) {
        return call(
                "POST",
                inChannel() + "/commands",
                new JsonObject()
                        .put("userId", member(member))
                        .put("command", command)
                        .put("options", new JsonObject()));
    }

    public JsonObject click(String member, String messageId, String customId) {
        return call(
                "POST",
                inChannel() + "/clicks",
                new JsonObject()
                        .put("userId", member(member))
                        .put("messageId", messageId)
                        .put("customId", customId));
    }

    /** The interaction, as soon as it is answered. */
    public JsonObject answered(String interactionId) {
        return call("GET", "/interactions/" + interactionId + "?wait=10000", new JsonObject());
    }

    /** The interaction as it is now. */
    public JsonObject answeredNow(String interactionId) {
        return call("GET", "/interactions/" + interactionId, new JsonObject());
    }

    public String say(String member, String content) {
        return call(
                        "POST",
                        inChannel() + "/messages",
                        new JsonObject().put("userId", member(member)).put("content", content))
                .getString("messageId");
    }

    public void react(String member, String messageId, String emoji) {
        call(
                "PUT",
                inChannel() + "/messages/" + messageId + "/reactions/" + emoji + "?userId=" + member(member),
                new JsonObject());
    }

    public String join(String name) {
        return call("POST", "/guilds/" + id() + "/members", new JsonObject().put("name", name))
                .getString("id");
    }

    public void leave(String userId) {
        call("DELETE", "/guilds/" + id() + "/members/" + userId, new JsonObject());
    }

    public void fault(JsonObject fault) {
        call("POST", "/faults", fault);
    }

    public void heal() {
        call("DELETE", "/faults", new JsonObject());
    }

    private String inChannel() {
        JsonObject guild = guild();
        return "/guilds/" + guild.getString("id") + "/channels/" + idOf(guild.getJsonArray("channels"), "general");
    }

    private static String idOf(JsonArray named, String name) {
        return named.stream()
                .map(JsonObject.class::cast)
                .filter(one -> one.getString("name").equals(name))
                .map(one -> one.getString("id"))
                .findFirst()
                .orElseThrow();
    }

    private JsonObject call(String method, String path, JsonObject body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(face + path))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.encode()))
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(method + " " + path + ": " + response.body());
            }
            return response.body().isEmpty() ? new JsonObject() : new JsonObject(response.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
