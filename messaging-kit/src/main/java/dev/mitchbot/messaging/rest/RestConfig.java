package dev.mitchbot.messaging.rest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The bounds of REST requests. */
@ConfigMapping(prefix = "mitchbot.rest")
public interface RestConfig {
    /** How long a request waits for the database or the broker before it is told that they are away. */
    @WithDefault("5s")
    Duration patience();
}
