package dev.mitchbot.gateway.interaction;

import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.gateway.GatewaySettings;
import dev.mitchbot.gateway.broker.Broker;
import dev.mitchbot.gateway.catalogue.Commands;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Decides what is published and what is refused on the spot. */
@ApplicationScoped
class Admission {
    private final Broker broker;
    private final Commands commands;
    private final Conversations conversations;
    private final RateLimit pace;
    private final RateLimit typingPace;

    Admission(Broker broker, Commands commands, Conversations conversations, GatewaySettings settings) {
        this.broker = broker;
        this.commands = commands;
        this.conversations = conversations;
        pace = new RateLimit(settings.rateLimit());
        typingPace = new RateLimit(settings.rateLimit());
    }

    /**
     * Why the interaction goes nowhere; empty when it may go to its owner.
     *
     * @param now nanoseconds on a steady clock
     */
    Optional<Notice> refusal(Incoming incoming, long now) {
        if (!incoming.isFromGuild()) {
            return Optional.of(Notice.GUILD_ONLY);
        }
        RateLimit limit = incoming.kind() == Kind.AUTOCOMPLETE ? typingPace : pace;
        if (!limit.allows(incoming.command().caller().id(), now)) {
            return Optional.of(Notice.TOO_FAST);
        }
        if (!broker.isThere() || !commands.isLoaded()) {
            return Optional.of(Notice.NOTHING_HAPPENED);
        }
        if (conversations.isFull()) {
            return Optional.of(Notice.TOO_BUSY);
        }
        return ownerOf(incoming).flatMap(Topic::commandsOf).isEmpty()
                ? Optional.of(Notice.UNKNOWN_COMMAND)
                : Optional.empty();
    }

    /** The service that it is for: a button names its own, a command's stands in the catalogue. */
    Optional<String> ownerOf(Incoming incoming) {
        String first = incoming.path().getFirst();
        return incoming.kind() == Kind.CLICK ? Optional.of(first) : commands.ownerOf(first);
    }

    /** Whether a "thinking" notice is for the caller alone. */
    boolean isWhispered(Incoming incoming) {
        return commands.isWhispered(incoming.path());
    }
}
