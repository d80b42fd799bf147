package dev.mitchbot.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Everything that exists: users, guilds, channels. Touched on one event loop only. */
public final class World {
    private static final Duration GENERATED_ACCOUNT_AGE = Duration.ofDays(400);

    private final Snowflakes snowflakes = new Snowflakes();
    private final Announcer announcer = new Announcer();
    private final Map<String, User> users = new LinkedHashMap<>();
    private final Map<String, Guild> guilds = new LinkedHashMap<>();
    private final Map<String, Channel> channels = new LinkedHashMap<>();
    private final Map<String, Channel> directChannels = new LinkedHashMap<>();
    private final User bot;
    private final int messagesPerChannel;

    public World(String applicationId, int messagesPerChannel) {
        this.messagesPerChannel = messagesPerChannel;
        this.bot = new User(applicationId, "Mitchbot", true);
        users.put(bot.id(), bot);
    }

    public Snowflakes snowflakes() {
        return snowflakes;
    }

    public Announcer announcer() {
        return announcer;
    }

    public User bot() {
        return bot;
    }

    public Map<String, User> users() {
        return users;
    }

    public Collection<Guild> guilds() {
        return guilds.values();
    }

    public Optional<Guild> guild(String id) {
        return Optional.ofNullable(guilds.get(id));
    }

    public Optional<Channel> channel(String id) {
        return Optional.ofNullable(channels.get(id));
    }

    public Optional<User> user(String id) {
        return Optional.ofNullable(users.get(id));
    }

    public Member botIn(Guild guild) {
        return guild.members().get(bot.id());
    }

    public User newUser(String name, Optional<Instant> createdAt) {
        var id = snowflakes.at(createdAt.orElseGet(() -> Instant.now().minus(GENERATED_ACCOUNT_AGE)));
        var user = new User(id, name, false);
        users.put(id, user);
        return user;
    }

    void keep(Guild guild) {
        guilds.put(guild.id(), guild);
    }

    public Channel openChannel(Guild guild, String id, String name) {
        var channel = Channel.text(id, guild, name, guild.channels().size(), messagesPerChannel);
        channels.put(id, channel);
        guild.channels().put(id, channel);
        return channel;
    }

    public void closeChannel(Channel channel) {
        channels.remove(channel.id());
        channel.guild().ifPresent(guild -> guild.channels().remove(channel.id()));
    }

    /** The bot's conversation with a user, opened when there is none. */
    public Channel directChannel(User user) {
        return directChannels.computeIfAbsent(user.id(), key -> {
            var channel = Channel.direct(snowflakes.next(), user, messagesPerChannel);
            channels.put(channel.id(), channel);
            return channel;
        });
    }

    public Optional<Channel> existingDirectChannel(String userId) {
        return Optional.ofNullable(directChannels.get(userId));
    }

    /** Whether the user shares a guild with the bot and has not closed direct messages. */
    public boolean acceptsDirectMessages(User user) {
        return guilds.values().stream()
                .flatMap(guild -> guild.member(user.id()).stream())
                .anyMatch(Member::acceptsDirectMessages);
    }

    public void audit(
            Guild guild,
            AuditEntry.Action action,
            String targetId,
            Optional<String> channelId,
            Optional<String> reason) {
        audit(guild, action, targetId, channelId, Map.of(), reason);
    }

    public void audit(
            Guild guild,
            AuditEntry.Action action,
            String targetId,
            Optional<String> channelId,
            Map<String, String> options,
            Optional<String> reason) {
        var entry = new AuditEntry(snowflakes.next(), action, targetId, channelId, options, reason, Instant.now());
        guild.record(entry);
        announcer.dispatch(new Dispatch(
                "GUILD_AUDIT_LOG_ENTRY_CREATE",
                guild.id(),
                Intent.GUILD_MODERATION,
                entry.json(bot.id()).put("guild_id", guild.id())));
    }
}
