package dev.mitchbot.gateway;

import dev.mitchbot.gateway.broker.Broker;
import dev.mitchbot.gateway.broker.GroupReaders;
import dev.mitchbot.gateway.catalogue.CatalogueReader;
import dev.mitchbot.gateway.discord.DiscordConnection;
import dev.mitchbot.gateway.interaction.Intake;
import dev.mitchbot.gateway.interaction.InteractionListener;
import dev.mitchbot.gateway.interaction.Replies;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** The order in which the gateway comes up and goes down; nothing here waits for Discord, Kafka or a service. */
@ApplicationScoped
class Lifecycle {
    private final GatewaySettings settings;
    private final Broker broker;
    private final GroupReaders readers;
    private final CatalogueReader catalogue;
    private final Replies replies;
    private final Intake intake;
    private final DiscordConnection discord;
    private final InteractionListener interactions;

    Lifecycle(
            GatewaySettings settings,
            Broker broker,
            GroupReaders readers,
            CatalogueReader catalogue,
            Replies replies,
            Intake intake,
            DiscordConnection discord,
            InteractionListener interactions) {
        this.settings = settings;
        this.broker = broker;
        this.readers = readers;
        this.catalogue = catalogue;
        this.replies = replies;
        this.intake = intake;
        this.discord = discord;
        this.interactions = interactions;
    }

    void start(@Observes StartupEvent event) {
        broker.start();
        catalogue.start();
        replies.start(readers);
        discord.start(List.of(interactions));
    }

    /** First nothing new comes in, then what is here is answered, then the offsets are committed. */
    void stop(@Observes ShutdownEvent event) {
        discord.close();
        intake.drain(settings.drainTimeout());
        catalogue.close();
        readers.close();
        broker.close(settings.drainTimeout());
    }
}
