package dev.mitchbot.simulator.interactions;

import dev.mitchbot.simulator.world.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** An interaction in Discord's own words. */
final class InteractionJson {
    private static final int IN_GUILD = 0;
    private static final int ATTACHMENT_BYTES_MAX = 10 * 1024 * 1024;

    private InteractionJson() {}

    static JsonObject payload(Interaction interaction, World world, JsonObject data) {
        var channel = interaction.channel();
        var guild = channel.guild().orElseThrow();
        var member = interaction.member();
        var payload = new JsonObject()
                .put("id", interaction.id())
                .put("application_id", world.bot().id())
                .put("type", interaction.type())
                .put("token", interaction.token())
                .put("version", 1)
                .put("guild_id", guild.id())
                .put(
                        "guild",
                        new JsonObject()
                                .put("id", guild.id())
                                .put("locale", "en-US")
                                .put("features", new JsonArray()))
                .put("guild_locale", "en-US")
                .put("channel_id", channel.id())
                .put("channel", channel.json())
                .put("locale", "en-US")
                .put("member", member.json().put("permissions", Long.toString(guild.permissions(member, channel))))
                .put("app_permissions", Long.toString(guild.permissions(world.botIn(guild), channel)))
                .put("entitlements", new JsonArray())
                .put("authorizing_integration_owners", owners(guild.id()))
                .put("context", IN_GUILD)
                .put("attachment_size_limit", ATTACHMENT_BYTES_MAX)
                .put("data", data);
        interaction.source().ifPresent(message -> payload.put("message", message.json()));
        return payload;
    }

    /** What a message says of the interaction that it answers. */
    static JsonObject metadata(Interaction interaction) {
        var metadata = new JsonObject()
                .put("id", interaction.id())
                .put("type", interaction.type())
                .put("user", interaction.member().user().json())
                .put(
                        "authorizing_integration_owners",
                        owners(interaction.channel().guildId()));
        if (interaction.source().isPresent()) {
            return metadata.put(
                    "interacted_message_id", interaction.source().get().id());
        }
        return metadata.put("name", interaction.commandName());
    }

    private static JsonObject owners(String guildId) {
        return new JsonObject().put("0", guildId);
    }

    /** What a callback is answered when the client asks for it. */
    static JsonObject callbackResult(Interaction interaction, int callbackType) {
        var described = new JsonObject()
                .put("id", interaction.id())
                .put("type", interaction.type())
                .put("channel_id", interaction.channel().id())
                .put("guild_id", interaction.channel().guildId());
        interaction
                .original()
                .ifPresent(message -> described
                        .put("response_message_id", message.id())
                        .put("response_message_loading", message.isLoading())
                        .put("response_message_ephemeral", message.isEphemeral()));
        var result = new JsonObject().put("interaction", described);
        if (callbackType == Callback.REPLY || callbackType == Callback.UPDATE) {
            interaction
                    .original()
                    .ifPresent(message -> result.put(
                            "resource",
                            new JsonObject().put("type", callbackType).put("message", message.json())));
        }
        return result;
    }
}
