package dev.mitchbot.simulator.rest;

import dev.mitchbot.simulator.world.Channel;
import dev.mitchbot.simulator.world.Mentions;
import dev.mitchbot.simulator.world.Message;
import dev.mitchbot.simulator.world.Permission;
import dev.mitchbot.simulator.world.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** Makes a message's body from what a client sent, or refuses it as Discord would. */
public final class MessageDraft {
    private static final int CONTENT_MAX = 2_000;
    private static final int EMPTY_MESSAGE = 50006;
    private static final int KEPT_FLAGS = (1 << 2) | (1 << 12);

    private final World world;

    public MessageDraft(World world) {
        this.world = world;
    }

    /** The body of a new message. */
    public Message.Body fresh(JsonObject data, Content sent, Channel channel) {
        var body = edited(Message.Body.EMPTY, data, sent, channel);
        if (isEmpty(body)) {
            throw ApiError.of(400, EMPTY_MESSAGE, "Cannot send an empty message");
        }
        return body;
    }

    /** The body after an edit: what is not mentioned stays. */
    private Message.Body edited(Message.Body before, JsonObject data, Content sent, Channel channel) {
        check(data);
        var content = data.containsKey("content") ? text(data.getValue("content")) : before.content();
        var mentions = data.containsKey("content") || data.containsKey("allowed_mentions")
                ? mentions(content, data, channel)
                : before.mentions();
        return new Message.Body(
                content,
                data.containsKey("embeds") ? embeds(list(data, "embeds")) : before.embeds(),
                data.containsKey("components") ? components(list(data, "components")) : before.components(),
                attachments(before.attachments(), data, sent.files()),
                mentions,
                data.getInteger("flags", before.flags()) & KEPT_FLAGS);
    }

    public Message.Body edit(Message message, JsonObject data, Content sent) {
        var body = edited(message.body(), data, sent, message.channel());
        if (isEmpty(body)) {
            throw ApiError.of(400, EMPTY_MESSAGE, "Cannot send an empty message");
        }
        return body;
    }

    private static void check(JsonObject data) {
        var errors = new FieldErrors();
        errors.length(data, "content", 0, CONTENT_MAX);
        new EmbedCheck(errors).check(list(data, "embeds"));
        new ComponentCheck(errors).check(list(data, "components"));
        errors.throwIfAny();
    }

    private static boolean isEmpty(Message.Body body) {
        return body.content().isBlank()
                && body.embeds().isEmpty()
                && body.components().isEmpty()
                && body.attachments().isEmpty();
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private static JsonArray list(JsonObject data, String key) {
        return data.getValue(key) == null ? new JsonArray() : data.getJsonArray(key);
    }

    private Mentions mentions(String content, JsonObject data, Channel channel) {
        boolean everyone = channel.guild()
                .map(guild -> guild.permissions(world.botIn(guild), channel))
                .map(granted -> (granted & Permission.MENTION_EVERYONE) != 0)
                .orElse(false);
        return Mentions.in(
                content, Optional.ofNullable(data.getJsonObject("allowed_mentions")), everyone, world.users());
    }

    private static JsonArray embeds(JsonArray sent) {
        var embeds = new JsonArray();
        for (int index = 0; index < sent.size(); index++) {
            var embed = sent.getJsonObject(index).copy();
            embed.getMap().values().removeIf(java.util.Objects::isNull);
            embed.put("type", embed.getString("type", "rich"));
            var fields = embed.getJsonArray("fields", new JsonArray());
            fields.forEach(
                    field -> ((JsonObject) field).put("inline", ((JsonObject) field).getBoolean("inline", false)));
            embeds.add(embed);
        }
        return embeds;
    }

    /** The components as Discord keeps them: each with a number, link buttons and menus alike. */
    private static JsonArray components(JsonArray sent) {
        var rows = sent.copy();
        int number = 0;
        for (int index = 0; index < rows.size(); index++) {
            var row = rows.getJsonObject(index);
            number = numbered(row, number + 1);
            var items = row.getJsonArray("components", new JsonArray());
            for (int at = 0; at < items.size(); at++) {
                number = numbered(items.getJsonObject(at), number + 1);
            }
        }
        return rows;
    }

    private static int numbered(JsonObject component, int number) {
        component.getMap().values().removeIf(java.util.Objects::isNull);
        component.put("id", number);
        return number;
    }

    private JsonArray attachments(JsonArray before, JsonObject data, List<Multipart.Upload> files) {
        var kept = new JsonArray();
        if (!data.containsKey("attachments")) {
            kept.addAll(before);
        } else {
            var ids = list(data, "attachments").stream()
                    .map(entry -> String.valueOf(((JsonObject) entry).getValue("id")))
                    .toList();
            before.stream()
                    .filter(entry -> ids.contains(((JsonObject) entry).getString("id")))
                    .forEach(kept::add);
        }
        files.forEach(file -> kept.add(Attachments.json(world.snowflakes().next(), file.name(), file.bytes())));
        return kept;
    }
}
