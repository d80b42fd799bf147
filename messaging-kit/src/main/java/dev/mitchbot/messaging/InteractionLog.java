package dev.mitchbot.messaging;

import org.jboss.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;

/**
 * Log lines about one message, with the id of the interaction that it goes back to in a field of its own. It is put into
 * the line itself: what a thread keeps for its lines (MDC) is lost on Vert.x' event loops.
 */
final class InteractionLog {
    static final String FIELD = "interactionId";

    private InteractionLog() {}

    static void write(Logger log, Level level, String interactionId, String line) {
        ExtLogRecord record = new ExtLogRecord(level, line, InteractionLog.class.getName());
        record.setLoggerName(log.getName());
        record.putMdc(FIELD, interactionId);
        org.jboss.logmanager.Logger.getLogger(log.getName()).log(record);
    }
}
