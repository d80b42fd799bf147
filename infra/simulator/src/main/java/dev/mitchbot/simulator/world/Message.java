package dev.mitchbot.simulator.world;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A message: its fixed origin, its present body, and the reactions to it. */
public final class Message {
    public static final int EPHEMERAL = 1 << 6;
    public static final int LOADING = 1 << 7;
    private static final int DEFAULT_TYPE = 0;
    private static final int REPLY_TYPE = 19;
    private static final int COMMAND_TYPE = 20;

    private final String id;
    private final Channel channel;
    private final User author;
    private final Origin origin;
    private final Map<String, Set<String>> reactions = new LinkedHashMap<>();
    private Body body;
    private boolean loading;
    private Optional<Instant> editedAt = Optional.empty();

    public Message(String id, Channel channel, User author, Origin origin, Body body) {
        this.id = id;
        this.channel = channel;
        this.author = author;
        this.origin = origin;
        this.body = body;
    }

    /**
     * Where a message comes from.
     *
     * @param viewer the only member who sees it, when it is ephemeral
     * @param interaction Discord's interaction metadata, when it answers one
     * @param applicationId the application that sent it through an interaction's webhook
     * @param replyTo the id of the message that it replies to
     * @param nonce what the sender gave to recognise it by
     */
    public record Origin(
            Optional<String> viewer,
            Optional<JsonObject> interaction,
            Optional<String> applicationId,
            Optional<String> replyTo,
            Optional<Object> nonce) {
        public static final Origin PLAIN =
                new Origin(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What a message says; Discord's JSON for the parts. */
    public record Body(
            String content,
            JsonArray embeds,
            JsonArray components,
            JsonArray attachments,
            Mentions mentions,
            int flags) {
        public static final Body EMPTY =
                new Body("", new JsonArray(), new JsonArray(), new JsonArray(), Mentions.NONE, 0);
    }

    public String id() {
        return id;
    }

    public Channel channel() {
        return channel;
    }

    public User author() {
        return author;
    }

    public Origin origin() {
        return origin;
    }

    public Body body() {
        return body;
    }

    public boolean isEphemeral() {
        return origin.viewer().isPresent();
    }

    public boolean isLoading() {
        return loading;
    }

    public Optional<Object> nonce() {
        return origin.nonce();
    }

    public Message thinking() {
        loading = true;
        return this;
    }

    /** Replaces what the message says; the first body of a deferred answer is no edit. */
    void say(Body other) {
        if (!loading) {
            editedAt = Optional.of(Instant.now());
        }
        loading = false;
        body = other;
    }

    public Map<String, Set<String>> reactions() {
        return reactions;
    }

    public Set<String> reactors(String emoji) {
        return reactions.computeIfAbsent(emoji, key -> new LinkedHashSet<>());
    }

    public int flags() {
        return body.flags() | (isEphemeral() ? EPHEMERAL : 0) | (loading ? LOADING : 0);
    }

    private int type() {
        if (origin.interaction().isPresent()) {
            return origin.interaction().get().getInteger("type") == 2 ? COMMAND_TYPE : REPLY_TYPE;
        }
        return origin.replyTo().isPresent() ? REPLY_TYPE : DEFAULT_TYPE;
    }

    public JsonObject json() {
        var json = new JsonObject()
                .put("id", id)
                .put("type", type())
                .put("channel_id", channel.id())
                .put("author", author.json())
                .put("content", body.content())
                .put("embeds", body.embeds())
                .put("components", body.components())
                .put("attachments", body.attachments())
                .put("mentions", body.mentions().usersJson())
                .put("mention_roles", body.mentions().rolesJson())
                .put("mention_everyone", body.mentions().everyone())
                .put("timestamp", Times.iso(Snowflakes.timeOf(id)))
                .put("edited_timestamp", Times.isoOrNull(editedAt))
                .put("flags", flags())
                .put("pinned", false)
                .put("tts", false);
        origin.applicationId()
                .ifPresent(
                        application -> json.put("application_id", application).put("webhook_id", application));
        origin.interaction().ifPresent(metadata -> json.put("interaction_metadata", metadata));
        origin.nonce().ifPresent(nonce -> json.put("nonce", nonce));
        origin.replyTo()
                .ifPresent(target -> json.put(
                        "message_reference",
                        new JsonObject()
                                .put("type", 0)
                                .put("channel_id", channel.id())
                                .put("message_id", target)));
        return reactions.isEmpty() ? json : json.put("reactions", reactionsJson());
    }

    private JsonArray reactionsJson() {
        var list = new JsonArray();
        reactions.forEach((emoji, users) -> list.add(new JsonObject()
                .put("emoji", Emoji.json(emoji))
                .put("count", users.size())
                .put("count_details", new JsonObject().put("burst", 0).put("normal", users.size()))
                .put("burst_colors", new JsonArray())
                .put("me_burst", false)
                .put("burst_me", false)
                .put("burst_count", 0)
                .put("me", false)));
        return list;
    }

    /** The message as the control face gives it. */
    public JsonObject view() {
        var view = new JsonObject()
                .put("id", id)
                .put("channelId", channel.id())
                .put("authorId", author.id())
                .put("content", body.content())
                .put("embeds", body.embeds())
                .put("components", body.components())
                .put("attachments", body.attachments())
                .put("ephemeral", isEphemeral())
                .put("createdAt", Snowflakes.timeOf(id).toString());
        editedAt.ifPresent(time -> view.put("editedAt", time.toString()));
        if (loading) {
            view.put("loading", true);
        }
        origin.interaction().ifPresent(metadata -> {
            view.put("invokedBy", metadata.getJsonObject("user").getString("id"));
            if (metadata.containsKey("name")) {
                view.put("command", metadata.getString("name"));
            }
        });
        if (!reactions.isEmpty()) {
            var counts = new JsonObject();
            var reactors = new JsonObject();
            reactions.forEach((emoji, users) -> {
                counts.put(emoji, users.size());
                reactors.put(emoji, new JsonArray(List.copyOf(users)));
            });
            view.put("reactions", counts).put("reactors", reactors);
        }
        return view;
    }
}
