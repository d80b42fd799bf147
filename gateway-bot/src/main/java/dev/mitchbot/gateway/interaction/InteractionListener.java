package dev.mitchbot.gateway.interaction;

import jakarta.enterprise.context.ApplicationScoped;
import net.dv8tion.jda.api.events.RawGatewayEvent;
import net.dv8tion.jda.api.exceptions.ParsingException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import org.jboss.logging.Logger;

/** Hears interactions as Discord sends them, whether or not JDA has their channel in its cache. */
@ApplicationScoped
public class InteractionListener extends ListenerAdapter {
    private static final Logger LOG = Logger.getLogger(InteractionListener.class);

    private final Intake intake;

    InteractionListener(Intake intake) {
        this.intake = intake;
    }

    @Override
    public void onRawGateway(RawGatewayEvent event) {
        if (!"INTERACTION_CREATE".equals(event.getType())) {
            return;
        }
        try {
            intake.receive(event.getPayload());
        } catch (ParsingException | IllegalArgumentException e) {
            LOG.errorf("An interaction that cannot be read: %s", e.getMessage());
        }
    }
}
