package dev.mitchbot.economy.guild;

import dev.mitchbot.contracts.economy.EconomyEvent;
import dev.mitchbot.contracts.reply.Reply;
import java.util.List;

/** What a rule has decided, besides what it changed in the guild's economy. */
public record Decision(Reply reply, List<EconomyEvent> events) {
    public Decision {
        events = List.copyOf(events);
    }

    public static Decision of(Reply reply) {
        return new Decision(reply, List.of());
    }

    public Decision and(EconomyEvent event) {
        return new Decision(reply, List.of(event));
    }
}
