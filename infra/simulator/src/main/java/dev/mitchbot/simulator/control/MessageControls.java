package dev.mitchbot.simulator.control;

import dev.mitchbot.simulator.rest.Attachments;
import dev.mitchbot.simulator.world.Channel;
import dev.mitchbot.simulator.world.Guild;
import dev.mitchbot.simulator.world.GuildJson;
import dev.mitchbot.simulator.world.History;
import dev.mitchbot.simulator.world.Member;
import dev.mitchbot.simulator.world.Mentions;
import dev.mitchbot.simulator.world.Message;
import dev.mitchbot.simulator.world.Permission;
import dev.mitchbot.simulator.world.Speech;
import dev.mitchbot.simulator.world.World;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Members write, react and read. */
public final class MessageControls implements Controls {
    private static final String MESSAGES = "/guilds/:guild/channels/:channel/messages";
    private static final String REACTION = MESSAGES + "/:message/reactions/:emoji";
    private static final int CONTENT_MAX = 2_000;
    private static final int ATTACHMENTS_MAX = 10;
    private static final int ATTACHMENT_BYTES = 1_024;

    private final World world;
    private final Speech speech;

    public MessageControls(World world, Speech speech) {
        this.world = world;
        this.speech = speech;
    }

    @Override
    public List<Control> controls() {
        return List.of(
                Control.post(MESSAGES, this::write),
                Control.get(MESSAGES, this::read),
                Control.get(MESSAGES + "/:message", this::readOne),
                Control.put(REACTION, this::react),
                Control.delete(REACTION, this::unreact),
                Control.get("/guilds/:guild/direct-messages/:user", this::directMessages));
    }

    private Future<Answer> write(Order order) {
        var guild = order.guild();
        var channel = order.channel(guild);
        var author = order.actor(guild);
        int attachments = order.number("attachments", 0, 0, ATTACHMENTS_MAX);
        var content = order.optionalText("content").orElse("");
        if (content.codePointCount(0, content.length()) > CONTENT_MAX) {
            throw Problem.badField("content", "must be " + CONTENT_MAX + " characters or fewer");
        }
        if (content.isBlank() && attachments == 0) {
            throw Problem.badField("content", "is required");
        }
        long granted = guild.permissions(author, channel);
        need(granted, Permission.VIEW_CHANNEL | Permission.SEND_MESSAGES, author, "send messages here");
        observeSlowmode(channel, author, granted);
        var mentions =
                Mentions.in(content, Optional.empty(), (granted & Permission.MENTION_EVERYONE) != 0, world.users());
        var body = new Message.Body(content, new JsonArray(), new JsonArray(), files(attachments), mentions, 0);
        var message = new Message(world.snowflakes().next(), channel, author.user(), Message.Origin.PLAIN, body);
        speech.post(message);
        return Answer.created(new JsonObject().put("messageId", message.id()));
    }

    private void observeSlowmode(Channel channel, Member author, long granted) {
        if (channel.slowmodeSeconds() == 0
                || (granted & (Permission.MANAGE_MESSAGES | Permission.MANAGE_CHANNELS)) != 0) {
            return;
        }
        long now = System.currentTimeMillis();
        long left = channel.slowmodeLeftMs(author.id(), now);
        if (left > 0) {
            throw Problem.tooSoon("slow mode: " + author.user().name() + " may write again in " + left + " ms");
        }
        channel.spoke(author.id(), now);
    }

    private JsonArray files(int count) {
        var files = new JsonArray();
        for (int index = 1; index <= count; index++) {
            files.add(Attachments.json(world.snowflakes().next(), "file-" + index + ".txt", ATTACHMENT_BYTES));
        }
        return files;
    }

    private Future<Answer> read(Order order) {
        var guild = order.guild();
        var channel = order.channel(guild);
        int limit = order.number("limit", 50, 1, 1_000);
        var before = order.query("before");
        var viewer = viewer(order, guild, channel);
        var seen = new ArrayList<Message>(
                earlier(channel.history(), before).stream().limit(limit).toList());
        viewer.ifPresent(member -> earlier(channel.whispers(), before).stream()
                .filter(message -> message.origin().viewer().equals(Optional.of(member.id())))
                .limit(limit)
                .forEach(seen::add));
        seen.sort((a, b) -> Long.compare(Long.parseLong(b.id()), Long.parseLong(a.id())));
        return Answer.ok(GuildJson.list(seen.stream().limit(limit).toList(), Message::view));
    }

    private static Collection<Message> earlier(History history, Optional<String> before) {
        return before.map(id -> history.newestBefore(Order.snowflake("before", id)))
                .orElseGet(history::newestFirst);
    }

    private Future<Answer> readOne(Order order) {
        var guild = order.guild();
        var channel = order.channel(guild);
        var message = order.message(channel, order.param("message"));
        var viewer = viewer(order, guild, channel);
        if (message.isEphemeral() && !message.origin().viewer().equals(viewer.map(Member::id))) {
            throw Problem.unknown("message", message.id());
        }
        return Answer.ok(message.view());
    }

    /** The member as whom the order reads, who must see the channel. */
    private static Optional<Member> viewer(Order order, Guild guild, Channel channel) {
        var viewer = order.query("userId").map(id -> order.actor(guild));
        if (viewer.isPresent() && !sees(guild, viewer.get(), channel)) {
            throw Problem.forbidden(viewer.get().user().name() + " may not see this channel");
        }
        return viewer;
    }

    private static boolean sees(Guild guild, Member member, Channel channel) {
        return (guild.permissions(member, channel) & Permission.VIEW_CHANNEL) != 0;
    }

    private Future<Answer> react(Order order) {
        var guild = order.guild();
        var channel = order.channel(guild);
        var member = order.actor(guild);
        var message = order.message(channel, order.param("message"));
        need(guild.permissions(member, channel), Permission.ADD_REACTIONS, member, "react here");
        speech.react(message, member.user(), order.param("emoji"));
        return Answer.noContent();
    }

    private Future<Answer> unreact(Order order) {
        var guild = order.guild();
        var member = order.actor(guild);
        var message = order.message(order.channel(guild), order.param("message"));
        if (!speech.unreact(message, member.user(), order.param("emoji"))) {
            throw Problem.unknown("emoji", order.param("emoji"));
        }
        return Answer.noContent();
    }

    private Future<Answer> directMessages(Order order) {
        order.guild();
        var id = order.param("user");
        var user = world.user(id).orElseThrow(() -> Problem.unknown("user", id));
        return Answer.ok(world.existingDirectChannel(user.id())
                .map(channel -> GuildJson.list(channel.history().newestFirst(), Message::view))
                .orElseGet(JsonArray::new));
    }

    private static void need(long granted, long needed, Member member, String what) {
        if ((granted & needed) != needed) {
            throw Problem.forbidden(
                    member.user().name() + (member.isTimedOut() ? " is timed out and may not " : " may not ") + what);
        }
    }
}
