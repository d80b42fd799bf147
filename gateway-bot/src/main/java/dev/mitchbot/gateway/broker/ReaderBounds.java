package dev.mitchbot.gateway.broker;

import dev.mitchbot.gateway.GatewaySettings;
import java.time.Duration;

/**
 * How much a reader takes on, and how long it waits.
 *
 * @param standstillMax after what silence the partitions may be others': the group waits for a session from the last
 *     heartbeat, which may be a third of one old already, so half a session is the longest that is safe
 */
record ReaderBounds(
        int maxInFlight, int maxRecordBytes, Duration commitInterval, Duration drainTimeout, Duration standstillMax) {
    static ReaderBounds of(GatewaySettings settings) {
        return new ReaderBounds(
                settings.kafka().maxInFlight(),
                settings.maxRecordBytes(),
                settings.kafka().commitInterval(),
                settings.drainTimeout(),
                settings.kafka().sessionTimeout().dividedBy(2));
    }
}
