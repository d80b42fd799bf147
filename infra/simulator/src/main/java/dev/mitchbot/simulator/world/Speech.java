package dev.mitchbot.simulator.world;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Messages appear, change and go here, and the bot and the viewers hear of it. */
public final class Speech {
    private final World world;

    public Speech(World world) {
        this.world = world;
    }

    public Message post(Message message) {
        if (message.isEphemeral()) {
            message.channel().whispers().add(message);
        } else {
            message.channel().history().add(message);
            dispatch("MESSAGE_CREATE", message.channel(), announced(message));
        }
        world.announcer().changed(Change.of("message", message));
        return message;
    }

    public void edit(Message message, Message.Body body) {
        message.say(body);
        if (!message.isEphemeral()) {
            dispatch("MESSAGE_UPDATE", message.channel(), announced(message));
        }
        world.announcer().changed(Change.of("message-updated", message));
    }

    public void delete(Message message) {
        var channel = message.channel();
        if (message.isEphemeral()) {
            channel.whispers().remove(message.id());
        } else if (channel.history().remove(message.id())) {
            dispatch("MESSAGE_DELETE", channel, place(channel).put("id", message.id()));
        }
        world.announcer().changed(Change.of("message-deleted", message));
    }

    public void deleteAll(Channel channel, List<Message> messages) {
        var ids = new JsonArray();
        for (var message : messages) {
            channel.history().remove(message.id());
            ids.add(message.id());
            world.announcer().changed(Change.of("message-deleted", message));
        }
        dispatch("MESSAGE_DELETE_BULK", channel, place(channel).put("ids", ids));
    }

    public void react(Message message, User user, String emoji) {
        if (!message.reactors(emoji).add(user.id())) {
            return;
        }
        var data = reaction(message, user, emoji)
                .put("message_author_id", message.author().id());
        message.channel()
                .guild()
                .flatMap(guild -> guild.member(user.id()))
                .ifPresent(member -> data.put("member", member.json()));
        dispatchReaction("MESSAGE_REACTION_ADD", message.channel(), data);
        world.announcer().changed(Change.of("message-updated", message));
    }

    public boolean unreact(Message message, User user, String emoji) {
        var reactors = message.reactions().get(emoji);
        if (reactors == null || !reactors.remove(user.id())) {
            return false;
        }
        if (reactors.isEmpty()) {
            message.reactions().remove(emoji);
        }
        dispatchReaction("MESSAGE_REACTION_REMOVE", message.channel(), reaction(message, user, emoji));
        world.announcer().changed(Change.of("message-updated", message));
        return true;
    }

    public void clearReactions(Message message) {
        message.reactions().clear();
        var data = place(message.channel()).put("message_id", message.id());
        dispatchReaction("MESSAGE_REACTION_REMOVE_ALL", message.channel(), data);
        world.announcer().changed(Change.of("message-updated", message));
    }

    private JsonObject announced(Message message) {
        var json = message.json();
        message.channel().guild().ifPresent(guild -> {
            json.put("guild_id", guild.id());
            guild.member(message.author().id()).ifPresent(member -> json.put("member", member.partialJson()));
        });
        return json;
    }

    private static JsonObject reaction(Message message, User user, String emoji) {
        return place(message.channel())
                .put("message_id", message.id())
                .put("user_id", user.id())
                .put("emoji", Emoji.json(emoji))
                .put("burst", false)
                .put("type", 0);
    }

    private static JsonObject place(Channel channel) {
        var json = new JsonObject().put("channel_id", channel.id());
        return channel.guild().isPresent() ? json.put("guild_id", channel.guildId()) : json;
    }

    private void dispatch(String type, Channel channel, JsonObject data) {
        int intent = channel.guild().isPresent() ? Intent.GUILD_MESSAGES : Intent.DIRECT_MESSAGES;
        world.announcer().dispatch(new Dispatch(type, channel.guildId(), intent, data));
    }

    private void dispatchReaction(String type, Channel channel, JsonObject data) {
        int intent = channel.guild().isPresent() ? Intent.GUILD_MESSAGE_REACTIONS : Intent.DIRECT_MESSAGE_REACTIONS;
        world.announcer().dispatch(new Dispatch(type, channel.guildId(), intent, data));
    }
}
