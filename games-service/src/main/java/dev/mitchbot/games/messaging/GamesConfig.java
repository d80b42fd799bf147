package dev.mitchbot.games.messaging;

import dev.mitchbot.games.guild.Times;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long things may take in a game. */
@ConfigMapping(prefix = "mitchbot.games")
interface GamesConfig {
    /** How long a player has for a hand of blackjack, from the deal; then it stands by itself. */
    @WithDefault("2m")
    Duration handTime();

    /** How long the ledger keeps a stake for a hand that nobody ends; far longer than a hand takes, at most 24 h. */
    @WithDefault("1h")
    Duration holdTime();

    /** How long after a command its player can still be answered: Discord's 15 minutes, less what the way takes. */
    @WithDefault("14m")
    Duration answerableTime();

    /** How much of a hand's time the games must have been there, in all, for its player to have had their chance. */
    @WithDefault("30s")
    Duration chanceTime();

    /** The pause before the ledger is asked again to give a stake back. */
    @WithDefault("5m")
    Duration releasePause();

    default Times times() {
        return new Times(handTime(), holdTime(), answerableTime(), releasePause());
    }
}
