package dev.mitchbot.simulator.interactions;

import dev.mitchbot.simulator.rest.ApiError;
import dev.mitchbot.simulator.rest.ApiError.Unknown;
import dev.mitchbot.simulator.rest.Call;
import dev.mitchbot.simulator.rest.Reply;
import dev.mitchbot.simulator.rest.Route;
import dev.mitchbot.simulator.world.GuildJson;
import dev.mitchbot.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The routes by which the bot registers its commands. */
public final class CommandRoutes {
    private static final String GLOBAL = "/applications/:application/commands";
    private static final String GUILD = "/applications/:application/guilds/:guild/commands";

    private final World world;
    private final Commands commands;

    public CommandRoutes(World world, Commands commands) {
        this.world = world;
        this.commands = commands;
    }

    public List<Route> routes() {
        var routes = new ArrayList<Route>();
        routes.addAll(routes(GLOBAL, call -> ""));
        routes.addAll(routes(GUILD, this::guild));
        return routes;
    }

    private List<Route> routes(String root, Function<Call, String> scope) {
        Function<Call, String> checked = call -> {
            if (!call.param("application").equals(world.bot().id())) {
                throw ApiError.unknown(Unknown.APPLICATION);
            }
            return scope.apply(call);
        };
        var one = root + "/:command";
        return List.of(
                Route.get(root, call -> Reply.ok(GuildJson.list(commands.in(checked.apply(call)), Command::json))),
                Route.put(
                        root,
                        call -> Reply.ok(
                                GuildJson.list(commands.replaceAll(checked.apply(call), call.array()), Command::json))),
                Route.post(root, call -> create(call, checked.apply(call))),
                Route.get(
                        one,
                        call -> Reply.ok(commands.get(checked.apply(call), call.id("command"))
                                .json())),
                Route.patch(one, call -> {
                    var inScope = checked.apply(call);
                    var before = commands.get(inScope, call.id("command"));
                    return Reply.ok(
                            commands.modify(inScope, before, call.object()).json());
                }),
                Route.delete(one, call -> {
                    commands.remove(checked.apply(call), call.id("command"));
                    return Reply.NO_CONTENT;
                }));
    }

    private Reply create(Call call, String scope) {
        boolean known = commands.has(scope, call.object());
        var command = commands.put(scope, call.object()).json();
        return known ? Reply.ok(command) : Reply.created(command);
    }

    private String guild(Call call) {
        return world.guild(call.id("guild"))
                .orElseThrow(ApiError::missingAccess)
                .id();
    }
}
