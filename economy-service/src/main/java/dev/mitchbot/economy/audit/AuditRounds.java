package dev.mitchbot.economy.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Audits the ledger now and then and puts the result where an alarm can see it: {@code mitchbot_ledger_faults}. */
@Singleton
final class AuditRounds {
    private static final Logger LOG = Logger.getLogger(AuditRounds.class);

    private final LedgerAudit audit;
    private final Duration interval;
    private final AtomicLong faults = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final Thread rounds = Thread.ofVirtual().name("ledger-audit").unstarted(this::goRound);

    AuditRounds(LedgerAudit audit, AuditConfig config, MeterRegistry registry) {
        this.audit = audit;
        this.interval = config.interval();
        Gauge.builder("mitchbot.ledger.faults", faults, AtomicLong::get)
                .description("What did not add up in the last audit of the ledger; anything but 0 is an alarm")
                .register(registry);
        Gauge.builder("mitchbot.ledger.audits", done, AtomicLong::get)
                .description("Audits of the ledger since this instance started")
                .register(registry);
    }

    void start(@Observes StartupEvent start) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stop) {
        rounds.interrupt();
    }

    private void goRound() {
        try {
            while (true) {
                Thread.sleep(interval);
                auditOnce();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void auditOnce() {
        try {
            List<String> found = audit.faults();
            faults.set(found.size());
            done.incrementAndGet();
            found.forEach(fault -> LOG.errorf("The ledger does not add up, guild %s", fault));
        } catch (SQLException e) {
            LOG.warnf("The ledger was not audited: %s", e.getMessage());
        }
    }
}
