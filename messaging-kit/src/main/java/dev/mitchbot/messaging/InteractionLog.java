package dev.mitchbot.messaging;

import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Log lines about one message, with the id of the interaction that it goes back to in a field of its own. */
final class InteractionLog {
    static final String FIELD = "interactionId";

    private InteractionLog() {}

    static void write(Logger log, Logger.Level level, String interactionId, String line) {
        MDC.put(FIELD, interactionId);
        try {
            log.log(level, line);
        } finally {
            MDC.remove(FIELD);
        }
    }
}
