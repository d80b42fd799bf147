package dev.mitchbot.gateway;

import dev.mitchbot.gateway.action.Actions;
import dev.mitchbot.gateway.broker.Broker;
import dev.mitchbot.gateway.broker.GroupReaders;
import dev.mitchbot.gateway.catalogue.CatalogueReader;
import dev.mitchbot.gateway.catalogue.Commands;
import dev.mitchbot.gateway.discord.DiscordConnection;
import dev.mitchbot.gateway.guild.DiscordEventListener;
import dev.mitchbot.gateway.guild.EventStream;
import dev.mitchbot.gateway.guild.GuildListener;
import dev.mitchbot.gateway.interaction.Intake;
import dev.mitchbot.gateway.interaction.InteractionListener;
import dev.mitchbot.gateway.interaction.Replies;
import dev.mitchbot.gateway.telemetry.GatewayMetrics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The order in which the gateway comes up and goes down; nothing here waits for Discord, Kafka or a service. */
@ApplicationScoped
class Lifecycle {
    private final GatewaySettings settings;
    private final Broker broker;
    private final GroupReaders readers;
    private final CatalogueReader catalogue;
    private final Commands commands;
    private final Replies replies;
    private final Intake intake;
    private final DiscordConnection discord;
    private final InteractionListener interactions;
    private final GuildListener guilds;
    private final DiscordEventListener events;
    private final EventStream stream;
    private final Actions actions;
    private final GatewayMetrics metrics;
    private CompletableFuture<Void> login = CompletableFuture.completedFuture(null);

    Lifecycle(
            GatewaySettings settings,
            Broker broker,
            GroupReaders readers,
            CatalogueReader catalogue,
            Commands commands,
            Replies replies,
            Intake intake,
            DiscordConnection discord,
            InteractionListener interactions,
            GuildListener guilds,
            DiscordEventListener events,
            EventStream stream,
            Actions actions,
            GatewayMetrics metrics) {
        this.settings = settings;
        this.broker = broker;
        this.readers = readers;
        this.catalogue = catalogue;
        this.commands = commands;
        this.replies = replies;
        this.intake = intake;
        this.discord = discord;
        this.interactions = interactions;
        this.guilds = guilds;
        this.events = events;
        this.stream = stream;
        this.actions = actions;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        metrics.watch("broker.up", broker::isThere);
        metrics.watch("discord.up", discord::isConnected);
        broker.start();
        catalogue.start();
        replies.start(readers);
        actions.start(readers);
        login = commands.firstLoaded()
                .toCompletableFuture()
                .completeOnTimeout(null, settings.discord().loginPatience().toMillis(), TimeUnit.MILLISECONDS);
        login.thenRun(() -> discord.start(List.of(interactions, guilds, events)));
    }

    /** First nothing new comes in, then what is here is answered, then the offsets are committed. */
    void stop(@Observes ShutdownEvent event) {
        login.cancel(false);
        discord.close();
        intake.drain(settings.drainTimeout());
        guilds.close();
        stream.drain(settings.drainTimeout());
        catalogue.close();
        readers.close();
        broker.close(settings.drainTimeout());
    }
}
