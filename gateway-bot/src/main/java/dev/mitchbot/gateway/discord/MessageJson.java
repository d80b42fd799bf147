package dev.mitchbot.gateway.discord;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mitchbot.contracts.reply.Button;
import dev.mitchbot.contracts.reply.Embed;
import dev.mitchbot.contracts.reply.MessageBody;

/** Writes messages the way Discord reads them. Nothing in them pings anyone. */
public final class MessageJson {
    public static final int EPHEMERAL = 1 << 6;

    /** A response that is still "thinking". */
    public static final int LOADING = 1 << 7;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int ROW = 1;
    private static final int BUTTON = 2;

    private MessageJson() {}

    /** A new message. */
    public static ObjectNode created(MessageBody message, boolean ephemeral) {
        ObjectNode json = NODES.objectNode();
        message.content().ifPresent(content -> json.put("content", content));
        addParts(json, message);
        if (ephemeral) {
            json.put("flags", EPHEMERAL);
        }
        return json;
    }

    /** A message in place of another: what it does not have is taken away. */
    public static ObjectNode replacing(MessageBody message) {
        ObjectNode json = NODES.objectNode();
        json.put("content", message.content().orElse(null));
        addParts(json, message);
        return json;
    }

    private static void addParts(ObjectNode json, MessageBody message) {
        ArrayNode embeds = json.putArray("embeds");
        message.embeds().forEach(embed -> embeds.add(embed(embed)));
        ArrayNode rows = json.putArray("components");
        message.rows().forEach(row -> {
            ArrayNode buttons = rows.addObject().put("type", ROW).putArray("components");
            row.buttons().forEach(button -> buttons.add(button(button)));
        });
        json.putObject("allowed_mentions").putArray("parse");
    }

    private static ObjectNode embed(Embed embed) {
        ObjectNode json = NODES.objectNode();
        embed.title().ifPresent(title -> json.put("title", title));
        embed.description().ifPresent(description -> json.put("description", description));
        json.put("color", embed.color());
        if (!embed.fields().isEmpty()) {
            ArrayNode fields = json.putArray("fields");
            embed.fields()
                    .forEach(field -> fields.addObject()
                            .put("name", field.name())
                            .put("value", field.value())
                            .put("inline", field.inline()));
        }
        embed.footer().ifPresent(footer -> json.putObject("footer").put("text", footer));
        return json;
    }

    private static ObjectNode button(Button button) {
        ObjectNode json = NODES.objectNode()
                .put("type", BUTTON)
                .put("style", button.style().ordinal() + 1)
                .put("custom_id", button.customId())
                .put("label", button.label());
        if (button.disabled()) {
            json.put("disabled", true);
        }
        button.emoji().ifPresent(emoji -> json.putObject("emoji").put("name", emoji));
        return json;
    }
}
