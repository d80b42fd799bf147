package dev.mitchbot.gateway.broker;

import dev.mitchbot.gateway.GatewaySettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Knows whether Kafka is there. A confirmed record says so; while none comes, the broker is asked. The first time it is
 * there the topics are made sure of and the producer is opened; the gateway itself starts without waiting for any of it.
 */
@ApplicationScoped
public class Broker {
    private static final Logger LOG = Logger.getLogger(Broker.class);

    private final KafkaClients clients;
    private final KafkaTopics topics;
    private final Duration probeInterval;
    private final Duration probeTimeout;
    private final CompletableFuture<Producer<String, byte[]>> producer = new CompletableFuture<>();
    private final Thread watch;
    private volatile boolean there;
    private volatile long confirmedAt;
    private volatile String trouble = "";
    private Optional<Admin> admin = Optional.empty();

    Broker(KafkaClients clients, GatewaySettings settings) {
        this.clients = clients;
        topics = new KafkaTopics(settings.kafka());
        probeInterval = settings.kafka().probeInterval();
        probeTimeout = settings.kafka().probeTimeout();
        watch = Thread.ofPlatform().name("broker-watch").daemon().unstarted(this::watch);
    }

    public void start() {
        watch.start();
    }

    public boolean isThere() {
        return there;
    }

    /** Why it was not there when it was looked for last; empty where it always was. */
    String trouble() {
        return trouble;
    }

    /** Completes when the broker has been there for the first time and its topics exist. */
    public CompletionStage<Void> firstSeen() {
        return producer.thenAccept(opened -> {});
    }

    /** Stops watching and lets the producer finish what it holds, for at most so long. */
    public void close(Duration patience) {
        watch.interrupt();
        if (producer.isDone() && !producer.isCompletedExceptionally()) {
            producer.join().close(patience);
        }
        there = false;
    }

    Optional<Producer<String, byte[]>> producer() {
        return Optional.ofNullable(producer.getNow(null));
    }

    void confirmed() {
        confirmedAt = System.nanoTime();
    }

    void failed(Throwable cause) {
        String why = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        if (there || !producer.isDone() && !why.equals(trouble)) {
            LOG.warnf("The broker is away, or does not do what is asked: %s", why);
        }
        trouble = why;
        there = false;
    }

    private void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                long silence = System.nanoTime() - confirmedAt;
                if (!there || silence >= probeInterval.toNanos()) {
                    probe();
                }
                Thread.sleep(probeInterval);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            admin.ifPresent(client -> client.close(Duration.ZERO));
        }
    }

    private void probe() throws InterruptedException {
        long asked = System.nanoTime();
        try {
            ask();
            if (!producer.isDone()) {
                topics.createMissing(admin.orElseThrow());
                producer.complete(clients.producer());
            }
            if (!there) {
                LOG.info("The broker is there");
            }
            there = true;
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            boolean confirmedMeanwhile = there && confirmedAt - asked > 0;
            if (!confirmedMeanwhile) {
                failed(e);
            }
        }
    }

    private void ask() throws InterruptedException, ExecutionException, TimeoutException {
        if (admin.isEmpty()) {
            admin = Optional.of(clients.admin());
        }
        int millis = Math.toIntExact(probeTimeout.toMillis());
        admin.orElseThrow()
                .describeCluster(new DescribeClusterOptions().timeoutMs(millis))
                .nodes()
                .get(millis, TimeUnit.MILLISECONDS);
    }
}
