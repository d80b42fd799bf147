package dev.mitchbot.gateway.interaction;

import dev.mitchbot.gateway.discord.DiscordResponse;
import java.util.Locale;
import java.util.Set;

/** How a word to the member ended. */
enum Outcome {
    /** Discord took it. */
    DELIVERED,
    /** Somebody else acknowledged the interaction first. */
    TAKEN,
    /** The interaction is over: nobody can answer it any more. */
    EXPIRED,
    /** Discord does not want it in this form. */
    REFUSED,
    /** Discord did not answer in time. */
    LOST;

    private static final int UNKNOWN_WEBHOOK = 10015;
    private static final int INVALID_TOKEN = 50027;
    private static final Set<Integer> OVER =
            Set.of(DiscordResponse.UNKNOWN_INTERACTION, UNKNOWN_WEBHOOK, INVALID_TOKEN);

    static Outcome of(DiscordResponse response) {
        if (response.isDone()) {
            return DELIVERED;
        }
        if (response.isPassing()) {
            return LOST;
        }
        if (response.says(DiscordResponse.ALREADY_ACKNOWLEDGED)) {
            return TAKEN;
        }
        return response.code().filter(OVER::contains).isPresent() ? EXPIRED : REFUSED;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
