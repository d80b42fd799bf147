package dev.mitchbot.simulator.rest;

import dev.mitchbot.simulator.world.AuditEntry.Action;
import dev.mitchbot.simulator.world.Channel;
import dev.mitchbot.simulator.world.GuildJson;
import dev.mitchbot.simulator.world.Message;
import dev.mitchbot.simulator.world.Permission;
import dev.mitchbot.simulator.world.Snowflakes;
import dev.mitchbot.simulator.world.Speech;
import dev.mitchbot.simulator.world.World;
import io.vertx.core.json.JsonArray;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The routes of messages in channels. */
public final class MessageRoutes {
    private static final int PAGE_DEFAULT = 50;
    private static final int PAGE_MAX = 100;
    private static final Duration BULK_DELETE_AGE_MAX = Duration.ofDays(14);
    /** Discord says "the past few minutes". */
    private static final Duration NONCE_COUNTS = Duration.ofMinutes(5);

    private final Lookup lookup;
    private final World world;
    private final Speech speech;
    private final MessageDraft draft;

    public MessageRoutes(Lookup lookup, Speech speech, MessageDraft draft) {
        this.lookup = lookup;
        this.world = lookup.world();
        this.speech = speech;
        this.draft = draft;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/channels/:channel/messages", this::list),
                Route.post("/channels/:channel/messages", this::create),
                Route.post("/channels/:channel/messages/bulk-delete", this::bulkDelete),
                Route.get(
                        "/channels/:channel/messages/:message",
                        call -> Reply.ok(lookup.message(call).json())),
                Route.patch("/channels/:channel/messages/:message", this::edit),
                Route.delete("/channels/:channel/messages/:message", this::delete),
                Route.post("/channels/:channel/typing", this::type));
    }

    private Reply list(Call call) {
        var channel = lookup.channel(call);
        lookup.allow(channel, Permission.READ_MESSAGE_HISTORY);
        int limit = call.limit(PAGE_DEFAULT, PAGE_MAX);
        var page = page(channel, call).stream().limit(limit).toList();
        if (call.query("after").isPresent()) {
            page = page.reversed();
        }
        return Reply.ok(GuildJson.list(page, Message::json));
    }

    private static Collection<Message> page(Channel channel, Call call) {
        if (call.query("before").isPresent()) {
            return channel.history().newestBefore(call.query("before").get());
        }
        if (call.query("after").isPresent()) {
            return channel.history().oldestAfter(call.query("after").get());
        }
        return channel.history().newestFirst();
    }

    private Reply create(Call call) {
        var channel = lookup.channel(call);
        lookup.allow(channel, Permission.SEND_MESSAGES);
        if (channel.recipient().isPresent()
                && !world.acceptsDirectMessages(channel.recipient().get())) {
            throw ApiError.of(403, 50007, "Cannot send messages to this user");
        }
        var data = call.object();
        var nonce = Optional.ofNullable(data.getValue("nonce"));
        if (data.getBoolean("enforce_nonce", false)) {
            var sent = nonce.flatMap(known -> sentWith(known, channel));
            if (sent.isPresent()) {
                return Reply.ok(sent.get().json());
            }
        }
        var body = draft.fresh(data, call.content(), channel);
        var replyTo = Optional.ofNullable(data.getJsonObject("message_reference"))
                .map(reference -> String.valueOf(reference.getValue("message_id")));
        if (replyTo.isPresent() && channel.message(replyTo.get()).isEmpty()) {
            throw FieldErrors.single("REPLIES_UNKNOWN_MESSAGE", "Unknown message", "message_reference");
        }
        var origin = new Message.Origin(Optional.empty(), Optional.empty(), Optional.empty(), replyTo, nonce);
        var message = new Message(world.snowflakes().next(), channel, world.bot(), origin, body);
        return Reply.ok(speech.post(message).json());
    }

    /** The bot's own message of the last few minutes that came with this nonce. */
    private Optional<Message> sentWith(Object nonce, Channel channel) {
        var since = Instant.now().minus(NONCE_COUNTS);
        return channel.history().newestFirst().stream()
                .takeWhile(message -> Snowflakes.timeOf(message.id()).isAfter(since))
                .filter(message -> message.author().equals(world.bot()))
                .filter(message -> message.nonce().filter(nonce::equals).isPresent())
                .findFirst();
    }

    private Reply edit(Call call) {
        var message = lookup.message(call);
        if (!message.author().equals(world.bot())) {
            throw ApiError.of(403, 50005, "Cannot edit a message authored by another user");
        }
        var body = draft.edit(message, call.object(), call.content());
        speech.edit(message, body);
        return Reply.ok(message.json());
    }

    private Reply delete(Call call) {
        var message = lookup.message(call);
        boolean own = message.author().equals(world.bot());
        if (!own) {
            lookup.allow(message.channel(), Permission.MANAGE_MESSAGES);
        }
        speech.delete(message);
        if (!own) {
            audit(
                    message.channel(),
                    Action.MESSAGE_DELETE,
                    message.author().id(),
                    Map.of("channel_id", message.channel().id(), "count", "1"),
                    call);
        }
        return Reply.NO_CONTENT;
    }

    private Reply bulkDelete(Call call) {
        var channel = lookup.channel(call);
        lookup.allow(channel, Permission.MANAGE_MESSAGES);
        var ids = new HashSet<String>();
        call.object().getJsonArray("messages", new JsonArray()).forEach(id -> ids.add(id.toString()));
        if (ids.size() < 2 || ids.size() > 100) {
            throw ApiError.of(
                    400,
                    50016,
                    "Provided too few or too many messages to delete. Must provide at least 2 and at most 100 messages to delete.");
        }
        var oldest = Instant.now().minus(BULK_DELETE_AGE_MAX);
        if (ids.stream().anyMatch(id -> Snowflakes.timeOf(id).isBefore(oldest))) {
            throw ApiError.of(400, 50034, "You can only bulk delete messages that are under 14 days old.");
        }
        var found = new ArrayList<Message>();
        ids.forEach(id ->
                channel.message(id).filter(message -> !message.isEphemeral()).ifPresent(found::add));
        speech.deleteAll(channel, found);
        audit(channel, Action.BULK_DELETE, channel.id(), Map.of("count", String.valueOf(found.size())), call);
        return Reply.NO_CONTENT;
    }

    private Reply type(Call call) {
        lookup.allow(lookup.channel(call), Permission.SEND_MESSAGES);
        return Reply.NO_CONTENT;
    }

    private void audit(Channel channel, Action action, String targetId, Map<String, String> options, Call call) {
        channel.guild()
                .ifPresent(guild ->
                        world.audit(guild, action, targetId, Optional.of(channel.id()), options, call.reason()));
    }
}
