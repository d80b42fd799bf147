package dev.mitchbot.simulator.control;

import dev.mitchbot.simulator.gateway.Gateway;
import dev.mitchbot.simulator.interactions.Commands;
import dev.mitchbot.simulator.interactions.Endpoint;
import dev.mitchbot.simulator.rest.Exchange;
import dev.mitchbot.simulator.rest.Exchanges;
import dev.mitchbot.simulator.world.AuditEntry;
import dev.mitchbot.simulator.world.Founding;
import dev.mitchbot.simulator.world.GuildJson;
import dev.mitchbot.simulator.world.World;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** What there is: the state, new guilds, the audit log, and what was said on the Discord face. */
public final class WorldControls implements Controls {
    private static final int MEMBERS_MAX = 5_000;

    private final World world;
    private final Founding founding;
    private final Gateway gateway;
    private final Endpoint endpoint;
    private final Commands commands;
    private final Exchanges exchanges;

    public WorldControls(
            World world,
            Founding founding,
            Gateway gateway,
            Endpoint endpoint,
            Commands commands,
            Exchanges exchanges) {
        this.world = world;
        this.founding = founding;
        this.gateway = gateway;
        this.endpoint = endpoint;
        this.commands = commands;
        this.exchanges = exchanges;
    }

    @Override
    public List<Control> controls() {
        return List.of(
                Control.get("/state", order -> state()),
                Control.post("/guilds", this::found),
                Control.get("/guilds/:guild", order -> Answer.ok(Views.guild(order.guild()))),
                Control.get(
                        "/guilds/:guild/audit-log",
                        order -> Answer.ok(GuildJson.list(order.guild().audit(), AuditEntry::view))),
                Control.get(
                        "/exchanges",
                        order -> Answer.ok(GuildJson.list(
                                exchanges.newest(order.number("limit", 100, 1, 100_000)), Exchange::json))));
    }

    private Future<Answer> state() {
        long sessions = gateway.liveSessions();
        var bot = new JsonObject()
                .put("id", world.bot().id())
                .put("name", world.bot().name())
                .put("connected", sessions > 0 || endpoint.url().isPresent())
                .put("sessions", sessions);
        return Answer.ok(new JsonObject()
                .put("bot", bot)
                .put("guilds", GuildJson.list(world.guilds(), Views::guild))
                .put("commands", commands.json()));
    }

    private Future<Answer> found(Order order) {
        var name = order.text("name");
        if (name.length() < 2 || name.length() > 100) {
            throw Problem.badField("name", "must be 2 to 100 characters long");
        }
        return Answer.created(Views.guild(founding.another(name, order.number("members", 0, 0, MEMBERS_MAX))));
    }
}
