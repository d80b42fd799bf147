package dev.mitchbot.simulator.interactions;

import dev.mitchbot.simulator.rest.ApiError;
import dev.mitchbot.simulator.rest.ApiError.Unknown;
import dev.mitchbot.simulator.rest.Call;
import dev.mitchbot.simulator.rest.MessageDraft;
import dev.mitchbot.simulator.rest.Reply;
import dev.mitchbot.simulator.rest.Route;
import dev.mitchbot.simulator.world.Message;
import dev.mitchbot.simulator.world.Speech;
import dev.mitchbot.simulator.world.World;
import java.util.List;
import java.util.Optional;

/** What the bot says after its first answer, by the interaction's token. */
public final class FollowUps {
    private static final String ROOT = "/webhooks/:application/:token";
    private static final String ORIGINAL = "@original";

    private final World world;
    private final Interactions interactions;
    private final Callback callback;
    private final Speech speech;
    private final MessageDraft draft;

    public FollowUps(World world, Interactions interactions, Callback callback, Speech speech, MessageDraft draft) {
        this.world = world;
        this.interactions = interactions;
        this.callback = callback;
        this.speech = speech;
        this.draft = draft;
    }

    public List<Route> routes() {
        return List.of(
                Route.patch(ROOT + "/messages/:message", this::edit).withoutToken(),
                Route.post(ROOT, this::create).withoutToken(),
                Route.get(
                                ROOT + "/messages/:message",
                                call -> Reply.ok(
                                        message(interaction(call), call).json()))
                        .withoutToken(),
                Route.delete(ROOT + "/messages/:message", this::delete).withoutToken());
    }

    private Interaction interaction(Call call) {
        if (!call.param("application").equals(world.bot().id())) {
            throw ApiError.unknown(Unknown.WEBHOOK);
        }
        var interaction = interactions
                .withToken(call.param("token"))
                .orElseThrow(() -> ApiError.of(401, 50027, "Invalid Webhook Token"));
        if (interactions.isTokenOver(interaction)) {
            throw ApiError.of(401, 50027, "Invalid Webhook Token");
        }
        return switch (interaction.state()) {
            case PENDING, FAILED -> throw ApiError.unknown(Unknown.WEBHOOK);
            case ACKNOWLEDGED, ANSWERED -> interaction;
        };
    }

    private Message message(Interaction interaction, Call call) {
        var id = call.param("message");
        if (id.equals(ORIGINAL)) {
            return original(interaction).orElseThrow(() -> ApiError.unknown(Unknown.MESSAGE));
        }
        return Optional.ofNullable(interaction.followUps().get(id))
                .or(() -> original(interaction).filter(message -> message.id().equals(id)))
                .orElseThrow(() -> ApiError.unknown(Unknown.MESSAGE));
    }

    private static Optional<Message> original(Interaction interaction) {
        return interaction.target().filter(FollowUps::exists);
    }

    private static boolean exists(Message message) {
        return message.channel().message(message.id()).isPresent();
    }

    private Reply edit(Call call) {
        var interaction = interaction(call);
        var message = message(interaction, call);
        var body = draft.edit(message, call.object(), call.content());
        if (message.isLoading()) {
            interaction.deferralEdited();
        }
        speech.edit(message, body);
        if (call.param("message").equals(ORIGINAL)) {
            interaction.original(Optional.of(message));
        }
        settle(interaction);
        return Reply.ok(message.json());
    }

    private Reply create(Call call) {
        var interaction = interaction(call);
        var data = call.object();
        var body = draft.fresh(data, call.content(), interaction.channel());
        var deferred = interaction.original().filter(message -> message.isLoading() && exists(message));
        if (deferred.isPresent()) {
            speech.edit(deferred.get(), body);
            settle(interaction);
            return Reply.ok(deferred.get().json());
        }
        var message = speech.post(callback.message(interaction, body, Callback.isEphemeral(data)));
        interaction.followUps().put(message.id(), message);
        settle(interaction);
        return Reply.ok(message.json());
    }

    private Reply delete(Call call) {
        var interaction = interaction(call);
        var message = message(interaction, call);
        speech.delete(message);
        interaction.followUps().remove(message.id());
        if (interaction.original().filter(message::equals).isPresent()) {
            interaction.original(Optional.empty());
        }
        interactions.changed(interaction);
        return Reply.NO_CONTENT;
    }

    private void settle(Interaction interaction) {
        interaction.answered();
        interactions.changed(interaction);
    }
}
