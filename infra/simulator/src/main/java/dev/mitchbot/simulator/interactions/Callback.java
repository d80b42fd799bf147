package dev.mitchbot.simulator.interactions;

import dev.mitchbot.simulator.rest.ApiError;
import dev.mitchbot.simulator.rest.ApiError.Unknown;
import dev.mitchbot.simulator.rest.Call;
import dev.mitchbot.simulator.rest.Content;
import dev.mitchbot.simulator.rest.FieldErrors;
import dev.mitchbot.simulator.rest.MessageDraft;
import dev.mitchbot.simulator.rest.Reply;
import dev.mitchbot.simulator.rest.Route;
import dev.mitchbot.simulator.world.Message;
import dev.mitchbot.simulator.world.Speech;
import dev.mitchbot.simulator.world.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** The bot's first answer to an interaction. */
public final class Callback {
    static final int REPLY = 4;
    static final int DEFERRED_REPLY = 5;
    static final int DEFERRED_UPDATE = 6;
    static final int UPDATE = 7;
    static final int CHOICES = 8;
    static final int MODAL = 9;
    private static final int CHOICES_MAX = 25;

    private final World world;
    private final Interactions interactions;
    private final Speech speech;
    private final MessageDraft draft;

    public Callback(World world, Interactions interactions, Speech speech, MessageDraft draft) {
        this.world = world;
        this.interactions = interactions;
        this.speech = speech;
        this.draft = draft;
    }

    public List<Route> routes() {
        return List.of(Route.post("/interactions/:interaction/:token/callback", this::receive)
                .withoutToken());
    }

    private Reply receive(Call call) {
        var interaction = interactions
                .find(call.param("interaction"))
                .filter(known -> known.token().equals(call.param("token")))
                .orElseThrow(() -> ApiError.unknown(Unknown.INTERACTION));
        switch (interaction.state()) {
            case FAILED -> throw ApiError.unknown(Unknown.INTERACTION);
            case ACKNOWLEDGED, ANSWERED -> throw ApiError.of(400, 40060, "Interaction has already been acknowledged.");
            case PENDING -> {}
        }
        int type = answer(interaction, call.content());
        interactions.changed(interaction);
        return call.query("with_response").filter("true"::equals).isPresent()
                ? Reply.ok(InteractionJson.callbackResult(interaction, type))
                : Reply.NO_CONTENT;
    }

    /** Takes the answer, however it came, and tells of which type it is. */
    int answer(Interaction interaction, Content content) {
        var body = content.object();
        int type = body.getInteger("type", 0);
        var data = Optional.ofNullable(body.getJsonObject("data")).orElseGet(JsonObject::new);
        answer(interaction, type, data, content);
        return type;
    }

    private void answer(Interaction interaction, int type, JsonObject data, Content content) {
        boolean completes = interaction.type() == Interaction.AUTOCOMPLETE;
        boolean updates = type == DEFERRED_UPDATE || type == UPDATE;
        if (completes != (type == CHOICES) || (updates && interaction.source().isEmpty())) {
            throw FieldErrors.single(
                    "INTERACTION_CALLBACK_TYPE_INVALID", "Not a valid callback type for this interaction.", "type");
        }
        switch (type) {
            case REPLY -> reply(interaction, data, content);
            case DEFERRED_REPLY -> defer(interaction, data);
            case DEFERRED_UPDATE -> {
                interaction.acknowledge(false);
                interaction.deferUpdate();
            }
            case UPDATE -> update(interaction, data, content);
            case CHOICES -> choose(interaction, data);
            case MODAL -> {
                interaction.acknowledge(false);
                interaction.open(data);
                interaction.answered();
            }
            default ->
                throw FieldErrors.single("BASE_TYPE_CHOICES", "Value must be one of {4, 5, 6, 7, 8, 9}.", "type");
        }
    }

    private void reply(Interaction interaction, JsonObject data, Content content) {
        var body = draft.fresh(data, content, interaction.channel());
        boolean privately = isEphemeral(data);
        interaction.acknowledge(privately);
        interaction.original(Optional.of(speech.post(message(interaction, body, privately))));
        interaction.answered();
    }

    private void defer(Interaction interaction, JsonObject data) {
        boolean privately = isEphemeral(data);
        interaction.acknowledge(privately);
        var thinking = message(interaction, Message.Body.EMPTY, privately).thinking();
        interaction.original(Optional.of(speech.post(thinking)));
    }

    private void update(Interaction interaction, JsonObject data, Content content) {
        var source = interaction.source().orElseThrow();
        var body = draft.edit(source, data, content);
        interaction.acknowledge(source.isEphemeral());
        speech.edit(source, body);
        interaction.original(Optional.of(source));
        interaction.answered();
    }

    private static void choose(Interaction interaction, JsonObject data) {
        var choices = data.getJsonArray("choices", new JsonArray());
        var errors = new FieldErrors();
        errors.size(choices, CHOICES_MAX, "data", "choices");
        for (int index = 0; index < choices.size(); index++) {
            errors.length(choices.getJsonObject(index), "name", 1, 100, "data", "choices", index);
        }
        errors.throwIfAny();
        interaction.acknowledge(false);
        interaction.complete(choices);
        interaction.answered();
    }

    Message message(Interaction interaction, Message.Body body, boolean privately) {
        var origin = new Message.Origin(
                privately ? Optional.of(interaction.member().id()) : Optional.empty(),
                Optional.of(InteractionJson.metadata(interaction)),
                Optional.of(world.bot().id()),
                Optional.empty(),
                Optional.empty());
        return new Message(world.snowflakes().next(), interaction.channel(), world.bot(), origin, body);
    }

    static boolean isEphemeral(JsonObject data) {
        return (data.getInteger("flags", 0) & Message.EPHEMERAL) != 0;
    }
}
