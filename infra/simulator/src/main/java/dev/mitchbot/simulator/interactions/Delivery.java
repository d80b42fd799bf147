package dev.mitchbot.simulator.interactions;

import dev.mitchbot.simulator.faults.Fault;
import dev.mitchbot.simulator.faults.Faults;
import dev.mitchbot.simulator.rest.ApiError;
import dev.mitchbot.simulator.world.Channel;
import dev.mitchbot.simulator.world.Dispatch;
import dev.mitchbot.simulator.world.Intent;
import dev.mitchbot.simulator.world.Member;
import dev.mitchbot.simulator.world.Message;
import dev.mitchbot.simulator.world.World;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** Brings interactions to the bot: to its endpoint when it has named one, else over the gateway, never both. */
public final class Delivery {
    private static final String EVENT = "INTERACTION_CREATE";
    private static final int LATER = 202;

    private final World world;
    private final Faults faults;
    private final Interactions interactions;
    private final Endpoint endpoint;
    private final Callback callback;

    public Delivery(World world, Faults faults, Interactions interactions, Endpoint endpoint, Callback callback) {
        this.world = world;
        this.faults = faults;
        this.interactions = interactions;
        this.endpoint = endpoint;
        this.callback = callback;
    }

    /** Hands an interaction to the bot and gives it the time that Discord gives. */
    public Interaction start(int type, Member member, Channel channel, Optional<Message> source, JsonObject data) {
        var interaction = interactions.start(type, member, channel, source, data.getString("name", ""));
        var payload = InteractionJson.payload(interaction, world, data);
        deliver(interaction, payload);
        if (faults.striking(Fault.Kind.DUPLICATE, EVENT).isPresent()) {
            deliver(interaction, payload);
        }
        return interaction;
    }

    private void deliver(Interaction interaction, JsonObject payload) {
        var url = endpoint.url();
        if (url.isEmpty()) {
            world.announcer().dispatch(new Dispatch(EVENT, interaction.channel().guildId(), Intent.NONE, payload));
        } else if (faults.striking(Fault.Kind.DROP, EVENT).isEmpty()) {
            endpoint.send(url.get(), payload)
                    .onSuccess(answer -> take(interaction, answer))
                    .onFailure(failed -> fail(interaction, "its endpoint cannot be reached, " + failed.getMessage()));
        }
    }

    private void take(Interaction interaction, Endpoint.Answer answer) {
        if (answer.status() == LATER || interaction.state() != Interaction.State.PENDING) {
            return;
        }
        if (answer.status() != 200) {
            fail(interaction, "its endpoint answered " + answer.status() + ".");
            return;
        }
        try {
            callback.answer(interaction, answer.content());
            interactions.changed(interaction);
        } catch (ApiError refused) {
            fail(interaction, "its answer was refused, " + refused.reply().body());
        } catch (ClassCastException malformed) {
            fail(interaction, "its answer has a field of a wrong type.");
        }
    }

    private void fail(Interaction interaction, String why) {
        if (interaction.state() == Interaction.State.PENDING) {
            interaction.fail("The application did not respond: " + why);
            interactions.changed(interaction);
        }
    }
}
