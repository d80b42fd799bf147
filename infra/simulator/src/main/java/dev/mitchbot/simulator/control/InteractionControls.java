package dev.mitchbot.simulator.control;

import dev.mitchbot.simulator.interactions.Command;
import dev.mitchbot.simulator.interactions.Commands;
import dev.mitchbot.simulator.interactions.Delivery;
import dev.mitchbot.simulator.interactions.Interaction;
import dev.mitchbot.simulator.interactions.Interactions;
import dev.mitchbot.simulator.world.Channel;
import dev.mitchbot.simulator.world.Guild;
import dev.mitchbot.simulator.world.Member;
import dev.mitchbot.simulator.world.Permission;
import dev.mitchbot.simulator.world.World;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** Members use commands, buttons and completions. */
public final class InteractionControls implements Controls {
    private static final String CHANNEL = "/guilds/:guild/channels/:channel";
    private static final int WAIT_MAX_MS = 60_000;

    private final Vertx vertx;
    private final World world;
    private final Commands commands;
    private final Interactions interactions;
    private final Delivery delivery;

    public InteractionControls(
            Vertx vertx, World world, Commands commands, Interactions interactions, Delivery delivery) {
        this.vertx = vertx;
        this.world = world;
        this.commands = commands;
        this.interactions = interactions;
        this.delivery = delivery;
    }

    @Override
    public List<Control> controls() {
        return List.of(
                Control.post(CHANNEL + "/commands", this::command),
                Control.post(CHANNEL + "/clicks", this::click),
                Control.post(CHANNEL + "/autocompletes", this::autocomplete),
                Control.get("/interactions/:interaction", this::get));
    }

    private Future<Answer> command(Order order) {
        int wait = order.number("wait", 0, 0, WAIT_MAX_MS);
        var guild = order.guild();
        var channel = order.channel(guild);
        var member = order.actor(guild);
        var command = find(order, guild);
        var refusal = refusal(guild, channel, member, command);
        if (refusal.isPresent()) {
            return held(
                    interactions.refused(Interaction.COMMAND, member, channel, command.name(), refusal.get()), 0, 201);
        }
        var data = new CommandInput(world, guild, command)
                .chosen(order.optionalText("subcommand"), order.object("options"));
        return held(delivery.start(Interaction.COMMAND, member, channel, Optional.empty(), data), wait, 201);
    }

    private Command find(Order order, Guild guild) {
        var name = order.text("command");
        return commands.find(guild.id(), name).orElseThrow(() -> Problem.unknown("command", name));
    }

    private static Optional<String> refusal(Guild guild, Channel channel, Member member, Command command) {
        long granted = guild.permissions(member, channel);
        long needed = Permission.VIEW_CHANNEL | Permission.USE_APPLICATION_COMMANDS;
        if ((granted & needed) != needed) {
            return Optional.of(
                    member.user().name() + (member.isTimedOut() ? " is timed out." : " may not use commands here."));
        }
        return command.permits(granted, Permission.ADMINISTRATOR)
                ? Optional.empty()
                : Optional.of(member.user().name() + " lacks the permission that /" + command.name()
                        + " needs (default_member_permissions "
                        + command.json().getString("default_member_permissions") + ").");
    }

    private static Optional<String> refusal(Guild guild, Channel channel, Member member) {
        long granted = guild.permissions(member, channel);
        if ((granted & Permission.VIEW_CHANNEL) == 0) {
            return Optional.of(member.user().name() + " may not see this channel.");
        }
        return member.isTimedOut() && (granted & Permission.ADMINISTRATOR) == 0
                ? Optional.of(member.user().name() + " is timed out.")
                : Optional.empty();
    }

    private Future<Answer> click(Order order) {
        int wait = order.number("wait", 0, 0, WAIT_MAX_MS);
        var guild = order.guild();
        var channel = order.channel(guild);
        var member = order.actor(guild);
        var refusal = refusal(guild, channel, member);
        if (refusal.isPresent()) {
            return held(interactions.refused(Interaction.COMPONENT, member, channel, "", refusal.get()), 0, 201);
        }
        var message = order.message(channel, order.text("messageId"));
        var viewer = message.origin().viewer();
        if (viewer.isPresent() && !viewer.get().equals(member.id())) {
            throw Problem.unknown("messageId", message.id());
        }
        var component = Components.enabled(message, order.text("customId"));
        var data = new JsonObject()
                .put("custom_id", order.text("customId"))
                .put("component_type", component.getInteger("type"))
                .put("id", component.getInteger("id"));
        if (component.getInteger("type") != Components.BUTTON) {
            data.put("values", Components.chosen(component, order.array("values")));
        }
        return held(delivery.start(Interaction.COMPONENT, member, channel, Optional.of(message), data), wait, 201);
    }

    private Future<Answer> autocomplete(Order order) {
        int wait = order.number("wait", 0, 0, WAIT_MAX_MS);
        var guild = order.guild();
        var channel = order.channel(guild);
        var member = order.actor(guild);
        var command = find(order, guild);
        var refusal = refusal(guild, channel, member, command);
        if (refusal.isPresent()) {
            return held(
                    interactions.refused(Interaction.AUTOCOMPLETE, member, channel, command.name(), refusal.get()),
                    0,
                    201);
        }
        var data = new CommandInput(world, guild, command)
                .typing(
                        order.optionalText("subcommand"),
                        order.object("options"),
                        order.text("option"),
                        Optional.ofNullable(order.body().getValue("value")).orElse(""));
        return held(delivery.start(Interaction.AUTOCOMPLETE, member, channel, Optional.empty(), data), wait, 201);
    }

    private Future<Answer> get(Order order) {
        int wait = order.number("wait", 0, 0, WAIT_MAX_MS);
        var id = order.param("interaction");
        var interaction = interactions.find(id).orElseThrow(() -> Problem.unknown("interaction", id));
        return held(interaction, wait, 200);
    }

    /**
     * The interaction once it is answered or failed, or as it is when the time is over. A bot that cannot change who sees its
     * deferral edits it, answers beside it and deletes it: who waits is told when that is done.
     */
    private Future<Answer> held(Interaction interaction, int waitMs, int status) {
        var answer = Promise.<Answer>promise();
        Runnable complete =
                () -> answer.tryComplete(new Answer(status, interaction.view().toBuffer()));
        if (waitMs == 0) {
            complete.run();
            return answer.future();
        }
        Runnable settled = () -> {
            long restless = interaction.restlessMs();
            if (restless == 0) {
                complete.run();
            } else {
                vertx.setTimer(restless, rests -> complete.run());
            }
        };
        long timer = vertx.setTimer(waitMs, over -> {
            interaction.stopWaiting(settled);
            complete.run();
        });
        interaction.whenSettled(settled);
        return answer.future().onComplete(done -> vertx.cancelTimer(timer));
    }
}
