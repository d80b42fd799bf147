package dev.mitchbot.simulator.interactions;

import dev.mitchbot.simulator.SimulatorConfig;
import dev.mitchbot.simulator.world.Change;
import dev.mitchbot.simulator.world.Channel;
import dev.mitchbot.simulator.world.Member;
import dev.mitchbot.simulator.world.Message;
import dev.mitchbot.simulator.world.World;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The interactions that members have started, until newer ones push them out. */
public final class Interactions {
    private final Vertx vertx;
    private final World world;
    private final SimulatorConfig.Deadlines deadlines;
    private final int capacity;
    private final LinkedHashMap<String, Interaction> byId = new LinkedHashMap<>();
    private final Map<String, Interaction> byToken = new HashMap<>();

    public Interactions(Vertx vertx, World world, SimulatorConfig config) {
        this.vertx = vertx;
        this.world = world;
        this.deadlines = config.deadlines();
        this.capacity = config.bounds().interactions();
    }

    public Optional<Interaction> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Interaction> withToken(String token) {
        return Optional.ofNullable(byToken.get(token));
    }

    boolean isTokenOver(Interaction interaction) {
        return interaction.isOlderThan(deadlines.tokenLife().toMillis());
    }

    /** An interaction that Discord does not let through. */
    public Interaction refused(int type, Member member, Channel channel, String name, String why) {
        var interaction = create(type, member, channel, Optional.empty(), name);
        interaction.fail(why);
        return interaction;
    }

    /** An interaction that fails unless it is acknowledged within the time that Discord gives. */
    Interaction start(int type, Member member, Channel channel, Optional<Message> source, String name) {
        var interaction = create(type, member, channel, source, name);
        vertx.setTimer(deadlines.acknowledgement().toMillis(), timer -> expire(interaction));
        return interaction;
    }

    private Interaction create(int type, Member member, Channel channel, Optional<Message> source, String name) {
        var id = world.snowflakes().next();
        var secret = "interaction:" + id + ":"
                + UUID.randomUUID().toString().replace("-", "")
                + UUID.randomUUID().toString().replace("-", "");
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret.getBytes(StandardCharsets.US_ASCII));
        var interaction = new Interaction(id, token, type, member, channel, source, name);
        byId.put(id, interaction);
        byToken.put(token, interaction);
        if (byId.size() > capacity) {
            byToken.remove(byId.pollFirstEntry().getValue().token());
        }
        return interaction;
    }

    private void expire(Interaction interaction) {
        if (interaction.state() == Interaction.State.PENDING) {
            interaction.fail("The application did not respond: not acknowledged within "
                    + deadlines.acknowledgement().toMillis() + " ms.");
            changed(interaction);
        }
    }

    void changed(Interaction interaction) {
        world.announcer()
                .changed(new Change(
                        "interaction",
                        interaction.channel().guildId(),
                        interaction.channel().id(),
                        interaction.id(),
                        Optional.of(interaction.member().id())));
    }
}
