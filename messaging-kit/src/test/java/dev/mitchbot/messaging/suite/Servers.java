package dev.mitchbot.messaging.suite;

import dev.mitchbot.infra.servers.Database;
import dev.mitchbot.infra.servers.KafkaProcess;
import dev.mitchbot.infra.servers.LocalKafka;
import dev.mitchbot.infra.servers.LocalPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/**
 * A real PostgreSQL and a real Kafka for one service's tests, as processes that a test can kill. The tests run in
 * another class loader than this class: they find the switches among the JVM's MBeans.
 */
public final class Servers implements QuarkusTestResourceLifecycleManager {
    /** Shorter than usual, as a test waits for it, and shorter than PostgreSQL's own for a statement (5 s). */
    static final Duration TRANSACTION_TIMEOUT = Duration.ofSeconds(3);

    private static final String SWITCH = "dev.mitchbot.suite:switch=";

    private LocalPostgres postgres;
    private KafkaProcess kafka;

    @Override
    public Map<String, String> start() {
        var startingKafka = CompletableFuture.supplyAsync(() -> KafkaProcess.start(LocalKafka.Options.temporary()));
        postgres = LocalPostgres.start(LocalPostgres.Options.temporary().durable(true));
        kafka = startingKafka.join();
        Database database = postgres.address().create(Database.unique("suite"));
        offer("postgres-kill", () -> postgres.process().kill());
        offer("postgres-start", postgres::restart);
        offer("kafka-kill", () -> kafka.process().kill());
        offer("kafka-start", kafka::restart);
        return Map.of(
                "mitchbot.messaging.transaction-timeout", TRANSACTION_TIMEOUT.toString(),
                "mitchbot.messaging.sweep-interval", "1s",
                "kafka.bootstrap.servers", kafka.bootstrapServers(),
                "quarkus.datasource.jdbc.url", postgres.jdbcUrl(database.name()),
                "quarkus.datasource.reactive.url", postgres.reactiveUrl(database.name()),
                "quarkus.datasource.username", database.owner(),
                "quarkus.datasource.password", database.password());
    }

    @Override
    public void stop() {
        kafka.close();
        postgres.close();
    }

    public static void killPostgres() {
        press("postgres-kill");
    }

    public static void startPostgres() {
        press("postgres-start");
    }

    public static void killKafka() {
        press("kafka-kill");
    }

    public static void startKafka() {
        press("kafka-start");
    }

    static void offer(String name, Runnable action) {
        try {
            var switches = ManagementFactory.getPlatformMBeanServer();
            var switchName = new ObjectName(SWITCH + name);
            if (switches.isRegistered(switchName)) {
                switches.unregisterMBean(switchName); // of servers that an earlier group of tests has ended
            }
            switches.registerMBean(new StandardMBean(action, Runnable.class), switchName);
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    static void press(String name) {
        try {
            ManagementFactory.getPlatformMBeanServer().invoke(new ObjectName(SWITCH + name), "run", null, null);
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }
}
