package dev.mitchbot.economy.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often the books are checked whole. */
@ConfigMapping(prefix = "mitchbot.economy.audit")
interface AuditConfig {
    /** The pause before the first audit and between two. Each reads the whole journal. */
    @WithDefault("6h")
    Duration interval();

    /** How long one audit may take. */
    @WithDefault("10m")
    Duration timeout();

    /** How many faults are told; more change nothing about the alarm. */
    @WithDefault("100")
    int faultsMax();
}
