package dev.mitchbot.simulator.world;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A text channel of a guild, or the bot's conversation with one user. */
public final class Channel {
    public static final int TEXT = 0;
    public static final int DIRECT = 1;

    private final String id;
    private final int type;
    private final Optional<Guild> guild;
    private final Optional<User> recipient;
    private final int position;
    private final History history;
    private final History whispers;
    private final Map<String, Overwrite> overwrites = new TreeMap<>();
    private final Map<String, Long> lastSpokeMs;
    private String name;
    private Optional<String> topic = Optional.empty();
    private int slowmodeSeconds;

    private Channel(
            String id, int type, Optional<Guild> guild, Optional<User> recipient, String name, int position, int kept) {
        this.id = id;
        this.type = type;
        this.guild = guild;
        this.recipient = recipient;
        this.name = name;
        this.position = position;
        this.history = new History(kept);
        this.whispers = new History(kept);
        this.lastSpokeMs = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                return size() > kept;
            }
        };
    }

    static Channel text(String id, Guild guild, String name, int position, int kept) {
        return new Channel(id, TEXT, Optional.of(guild), Optional.empty(), name, position, kept);
    }

    static Channel direct(String id, User recipient, int kept) {
        return new Channel(id, DIRECT, Optional.empty(), Optional.of(recipient), recipient.name(), 0, kept);
    }

    public String id() {
        return id;
    }

    public int type() {
        return type;
    }

    public Optional<Guild> guild() {
        return guild;
    }

    public String guildId() {
        return guild.map(Guild::id).orElse("");
    }

    public Optional<User> recipient() {
        return recipient;
    }

    public String name() {
        return name;
    }

    public void rename(String other) {
        name = other;
    }

    public void describe(Optional<String> text) {
        topic = text;
    }

    public int slowmodeSeconds() {
        return slowmodeSeconds;
    }

    public void slowTo(int seconds) {
        slowmodeSeconds = seconds;
    }

    public Map<String, Overwrite> overwrites() {
        return overwrites;
    }

    public History history() {
        return history;
    }

    /** The ephemeral messages, which only one member sees. */
    public History whispers() {
        return whispers;
    }

    public Optional<Message> message(String messageId) {
        return history.find(messageId).or(() -> whispers.find(messageId));
    }

    /** How long this member still has to wait before the next message, in milliseconds; 0 is now. */
    public long slowmodeLeftMs(String userId, long nowMs) {
        var last = lastSpokeMs.get(userId);
        return last == null ? 0 : Math.max(0, last + slowmodeSeconds * 1_000L - nowMs);
    }

    public void spoke(String userId, long nowMs) {
        lastSpokeMs.put(userId, nowMs);
    }

    public JsonObject json() {
        if (recipient.isPresent()) {
            return new JsonObject()
                    .put("id", id)
                    .put("type", DIRECT)
                    .put("flags", 0)
                    .put("last_message_id", history.lastId().orElse(null))
                    .put("recipients", new JsonArray().add(recipient.get().json()));
        }
        var allowed = new JsonArray();
        overwrites.values().forEach(overwrite -> allowed.add(overwrite.json()));
        return new JsonObject()
                .put("id", id)
                .put("type", type)
                .put("guild_id", guildId())
                .put("name", name)
                .put("position", position)
                .put("parent_id", null)
                .put("topic", topic.orElse(null))
                .put("nsfw", false)
                .put("flags", 0)
                .put("rate_limit_per_user", slowmodeSeconds)
                .put("last_message_id", history.lastId().orElse(null))
                .put("permission_overwrites", allowed);
    }
}
