package dev.mitchbot.gateway.telemetry;

import org.jboss.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;

/**
 * Log lines about one interaction, whose id stands in a field of its own. It is put into the line itself: what a thread
 * keeps for its lines (MDC) is lost on Vert.x' event loops.
 */
public final class InteractionLog {
    public static final String FIELD = "interactionId";

    private InteractionLog() {}

    public static void info(Logger log, long interactionId, String line) {
        write(log, Level.INFO, interactionId, line);
    }

    public static void warn(Logger log, long interactionId, String line) {
        write(log, Level.WARN, interactionId, line);
    }

    private static void write(Logger log, Level level, long interactionId, String line) {
        ExtLogRecord record = new ExtLogRecord(level, line, InteractionLog.class.getName());
        record.setLoggerName(log.getName());
        record.putMdc(FIELD, Long.toUnsignedString(interactionId));
        org.jboss.logmanager.Logger.getLogger(log.getName()).log(record);
    }
}
