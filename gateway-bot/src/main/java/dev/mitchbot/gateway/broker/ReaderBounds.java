package dev.mitchbot.gateway.broker;

import dev.mitchbot.gateway.GatewaySettings;
import java.time.Duration;

/**
 * How much a reader takes on, and how long it waits.
 *
 * @param sessionTimeout after what silence the group gives a member's partitions to others
 */
record ReaderBounds(
        int maxInFlight, int maxRecordBytes, Duration commitInterval, Duration drainTimeout, Duration sessionTimeout) {
    static ReaderBounds of(GatewaySettings settings) {
        return new ReaderBounds(
                settings.kafka().maxInFlight(),
                settings.maxRecordBytes(),
                settings.kafka().commitInterval(),
                settings.drainTimeout(),
                settings.kafka().sessionTimeout());
    }
}
