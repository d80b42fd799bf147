package dev.mitchbot.moderation.messaging;

import dev.mitchbot.moderation.guild.Times;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long things may take in moderation. */
@ConfigMapping(prefix = "mitchbot.moderation")
interface ModerationConfig {
    /** After how long a moderator is told that Discord has not answered yet. */
    @WithDefault("10s")
    Duration notice();

    /** The pause before the lifting of a ban is tried a second time; longer than a gateway tries, and doubled each time. */
    @WithDefault("2m")
    Duration liftPause();

    /** The longest pause between two tries. */
    @WithDefault("6h")
    Duration liftPauseMax();

    /** How often the lifting of a ban is tried before its case fails. */
    @WithDefault("20")
    int liftAttempts();

    default Times times() {
        return new Times(notice(), liftPause(), liftPauseMax(), liftAttempts());
    }
}
