package dev.mitchbot.simulator;

import dev.mitchbot.simulator.control.Controls;
import dev.mitchbot.simulator.control.FaultControls;
import dev.mitchbot.simulator.control.InteractionControls;
import dev.mitchbot.simulator.control.MemberControls;
import dev.mitchbot.simulator.control.MessageControls;
import dev.mitchbot.simulator.control.WorldControls;
import dev.mitchbot.simulator.faults.Faults;
import dev.mitchbot.simulator.gateway.Gateway;
import dev.mitchbot.simulator.interactions.ApplicationRoutes;
import dev.mitchbot.simulator.interactions.Callback;
import dev.mitchbot.simulator.interactions.CommandRoutes;
import dev.mitchbot.simulator.interactions.Commands;
import dev.mitchbot.simulator.interactions.Delivery;
import dev.mitchbot.simulator.interactions.Endpoint;
import dev.mitchbot.simulator.interactions.FollowUps;
import dev.mitchbot.simulator.interactions.Interactions;
import dev.mitchbot.simulator.interactions.SigningKey;
import dev.mitchbot.simulator.rest.BanRoutes;
import dev.mitchbot.simulator.rest.BotRoutes;
import dev.mitchbot.simulator.rest.ChannelRoutes;
import dev.mitchbot.simulator.rest.Exchanges;
import dev.mitchbot.simulator.rest.GuildRoutes;
import dev.mitchbot.simulator.rest.Lookup;
import dev.mitchbot.simulator.rest.MemberRoutes;
import dev.mitchbot.simulator.rest.MessageDraft;
import dev.mitchbot.simulator.rest.MessageRoutes;
import dev.mitchbot.simulator.rest.ReactionRoutes;
import dev.mitchbot.simulator.rest.Route;
import dev.mitchbot.simulator.world.Founding;
import dev.mitchbot.simulator.world.Membership;
import dev.mitchbot.simulator.world.Speech;
import dev.mitchbot.simulator.world.World;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/** Puts the parts together: one world, and what is said about it on either face. */
final class Discord {
    private final World world;
    private final Faults faults = new Faults();
    private final Exchanges exchanges;
    private final Gateway gateway;
    private final List<Route> routes;
    private final List<Controls> controls;

    Discord(Vertx vertx, SimulatorConfig config, IntSupplier port) {
        world = new World(config.applicationId(), config.bounds().messagesPerChannel());
        exchanges = new Exchanges(config.bounds().exchanges());
        gateway = new Gateway(vertx, world, config, faults);
        var founding = new Founding(world);
        founding.first();
        var speech = new Speech(world);
        var membership = new Membership(world, speech);
        var draft = new MessageDraft(world);
        var lookup = new Lookup(world);
        var commands = new Commands(world);
        var interactions = new Interactions(vertx, world, config);
        var callback = new Callback(world, interactions, speech, draft);
        var endpoint = new Endpoint(vertx, world, new SigningKey(), config);
        var delivery = new Delivery(world, faults, interactions, endpoint, callback);
        // The busiest first: the router tries them in this order.
        routes = Stream.of(
                        callback.routes(),
                        new FollowUps(world, interactions, callback, speech, draft).routes(),
                        new MessageRoutes(lookup, speech, draft).routes(),
                        new ReactionRoutes(lookup, speech).routes(),
                        new ChannelRoutes(lookup).routes(),
                        new MemberRoutes(lookup, membership).routes(),
                        new BanRoutes(lookup, membership).routes(),
                        new GuildRoutes(lookup).routes(),
                        new CommandRoutes(world, commands).routes(),
                        new ApplicationRoutes(world, endpoint).routes(),
                        new BotRoutes(world, config, gateway.identifies(), port).routes())
                .flatMap(List::stream)
                .toList();
        controls = List.of(
                new InteractionControls(vertx, world, commands, interactions, delivery),
                new MessageControls(world, speech),
                new MemberControls(world, membership),
                new FaultControls(faults, gateway),
                new WorldControls(world, founding, gateway, endpoint, commands, exchanges));
    }

    World world() {
        return world;
    }

    Faults faults() {
        return faults;
    }

    Exchanges exchanges() {
        return exchanges;
    }

    Gateway gateway() {
        return gateway;
    }

    List<Route> routes() {
        return routes;
    }

    List<Controls> controls() {
        return controls;
    }
}
