package dev.mitchbot.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jboss.logmanager.Level;

/** What operators can see of the handling of messages. */
@Singleton
final class Meters {
    private static final Logger LOG = Logger.getLogger("mitchbot.messages");

    private final Counter decided;
    private final Counter queries;
    private final Counter duplicates;
    private final Counter stale;
    private final Counter reusedIds;
    private final Counter deadLetters;
    private final Counter retries;
    private final Counter postponed;
    private final DistributionSummary batches;
    private final Timer durations;

    Meters(MeterRegistry registry) {
        decided = messages(registry, "decided");
        queries = messages(registry, "query");
        duplicates = messages(registry, "duplicate");
        stale = messages(registry, "stale");
        reusedIds = messages(registry, "reused-id");
        deadLetters = messages(registry, "dead-letter");
        retries = Counter.builder("mitchbot.batch.retries")
                .description("Batches that were tried again because rows changed or the database was away")
                .register(registry);
        postponed = Counter.builder("mitchbot.due.postponed")
                .description("Due rows put off because their message could not be handled")
                .register(registry);
        batches = DistributionSummary.builder("mitchbot.batch.size")
                .description("Messages in one transaction")
                .register(registry);
        durations = Timer.builder("mitchbot.batch.duration")
                .description("How long a transaction took, from asking for a connection to its commit")
                .register(registry);
    }

    void committed(Outcome outcome, Duration duration) {
        decided.increment(outcome.decided.size());
        queries.increment(outcome.queries);
        duplicates.increment(outcome.duplicates);
        stale.increment(outcome.stale);
        batches.record(outcome.decided.size() + outcome.queries);
        durations.record(duration);
        if (LOG.isDebugEnabled()) {
            outcome.decided.forEach(decision -> log(Level.DEBUG, "Decided", decision.message(), ""));
        }
    }

    void reusedId() {
        reusedIds.increment();
    }

    void deadLetter() {
        deadLetters.increment();
    }

    void retried(Throwable failure) {
        retries.increment();
        LOG.warnf("Trying a batch again: %s", failure);
    }

    void postponed(Message message, Throwable failure) {
        postponed.increment();
        log(Level.ERROR, "Put off", message, ": " + failure);
    }

    private static void log(Level level, String what, Message message, String why) {
        InteractionLog.write(
                LOG,
                level,
                message.event().correlationId(),
                "%s %s %s in guild %d%s"
                        .formatted(what, message.event().type(), message.event().id(), message.guildId(), why));
    }

    private static Counter messages(MeterRegistry registry, String outcome) {
        return Counter.builder("mitchbot.messages")
                .description("Messages by what became of them")
                .tag("outcome", outcome)
                .register(registry);
    }
}
