package dev.mitchbot.simulator.rest;

import dev.mitchbot.simulator.rest.ApiError.Unknown;
import dev.mitchbot.simulator.world.GuildJson;
import dev.mitchbot.simulator.world.Permission;
import dev.mitchbot.simulator.world.Speech;
import dev.mitchbot.simulator.world.User;
import dev.mitchbot.simulator.world.World;
import java.util.List;
import java.util.Set;

/** The routes of reactions to messages. */
public final class ReactionRoutes {
    private static final String ROOT = "/channels/:channel/messages/:message/reactions";

    private final Lookup lookup;
    private final World world;
    private final Speech speech;

    public ReactionRoutes(Lookup lookup, Speech speech) {
        this.lookup = lookup;
        this.world = lookup.world();
        this.speech = speech;
    }

    public List<Route> routes() {
        return List.of(
                Route.put(ROOT + "/:emoji/@me", this::add),
                Route.delete(ROOT + "/:emoji/@me", call -> remove(call, world.bot())),
                Route.delete(ROOT + "/:emoji/:user", this::removeOther),
                Route.get(ROOT + "/:emoji", this::list),
                Route.delete(ROOT + "/:emoji", this::clearOne),
                Route.delete(ROOT, this::clear));
    }

    private Reply add(Call call) {
        var message = lookup.message(call);
        lookup.allow(message.channel(), Permission.ADD_REACTIONS | Permission.READ_MESSAGE_HISTORY);
        speech.react(message, world.bot(), call.param("emoji"));
        return Reply.NO_CONTENT;
    }

    private Reply removeOther(Call call) {
        lookup.allow(lookup.channel(call), Permission.MANAGE_MESSAGES);
        return remove(call, lookup.user(call));
    }

    private Reply remove(Call call, User user) {
        if (!speech.unreact(lookup.message(call), user, call.param("emoji"))) {
            throw ApiError.unknown(Unknown.EMOJI);
        }
        return Reply.NO_CONTENT;
    }

    private Reply list(Call call) {
        var reactors = lookup.message(call).reactions().getOrDefault(call.param("emoji"), Set.of());
        var users = reactors.stream()
                .flatMap(id -> world.user(id).stream())
                .limit(call.limit(25, 100))
                .toList();
        return Reply.ok(GuildJson.list(users, User::json));
    }

    private Reply clearOne(Call call) {
        var message = lookup.message(call);
        lookup.allow(message.channel(), Permission.MANAGE_MESSAGES);
        var reactors = List.copyOf(message.reactions().getOrDefault(call.param("emoji"), Set.of()));
        reactors.forEach(id -> world.user(id).ifPresent(user -> speech.unreact(message, user, call.param("emoji"))));
        return Reply.NO_CONTENT;
    }

    private Reply clear(Call call) {
        var message = lookup.message(call);
        lookup.allow(message.channel(), Permission.MANAGE_MESSAGES);
        speech.clearReactions(message);
        return Reply.NO_CONTENT;
    }
}
