package dev.mitchbot.gateway.telemetry;

import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Log lines about one interaction, whose id stands in a field of its own. */
public final class InteractionLog {
    private static final String FIELD = "interactionId";

    private InteractionLog() {}

    public static void info(Logger log, long interactionId, String line) {
        write(log, Logger.Level.INFO, interactionId, line);
    }

    public static void warn(Logger log, long interactionId, String line) {
        write(log, Logger.Level.WARN, interactionId, line);
    }

    private static void write(Logger log, Logger.Level level, long interactionId, String line) {
        MDC.put(FIELD, Long.toUnsignedString(interactionId));
        try {
            log.log(level, line);
        } finally {
            MDC.remove(FIELD);
        }
    }
}
