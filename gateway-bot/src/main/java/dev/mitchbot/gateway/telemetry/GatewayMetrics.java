package dev.mitchbot.gateway.telemetry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/** What the gateway counts, all under {@code mitchbot_gateway_}. */
@ApplicationScoped
public class GatewayMetrics {
    private static final String PREFIX = "mitchbot.gateway.";

    private final MeterRegistry registry;
    private final Timer acknowledgement;
    private final Timer answer;
    private final Timer publishing;

    GatewayMetrics(MeterRegistry registry) {
        this.registry = registry;
        acknowledgement =
                timer("ack", "From Discord's sending to Discord's acceptance of the first answer or deferral");
        answer = timer("answer", "From Discord's sending to Discord's acceptance of the answer");
        publishing = timer("publish", "From Discord's sending to Kafka's confirmation");
    }

    public void received(String kind) {
        count("interactions", "kind", kind);
    }

    public void refused(String reason) {
        count("refused", "reason", reason);
    }

    public void published(long nanos) {
        publishing.record(Duration.ofNanos(nanos));
    }

    public void acknowledged(long nanos) {
        acknowledgement.record(Duration.ofNanos(nanos));
    }

    public void answered(long nanos) {
        answer.record(Duration.ofNanos(nanos));
    }

    public void delivered(String reply, String outcome) {
        registry.counter(PREFIX + "replies", "type", reply, "outcome", outcome).increment();
    }

    public void deferred() {
        registry.counter(PREFIX + "deferred").increment();
    }

    public void expired() {
        registry.counter(PREFIX + "expired").increment();
    }

    public void acted(String type, String outcome) {
        registry.counter(PREFIX + "actions", "type", type, "outcome", outcome).increment();
    }

    public void buried(String topic) {
        count("dead.letters", "topic", topic);
    }

    public void event(String type, String outcome) {
        registry.counter(PREFIX + "events", "type", type, "outcome", outcome).increment();
    }

    public void httpTrouble(String reason) {
        count("discord.retries", "reason", reason);
    }

    public void watch(String name, BooleanSupplier state) {
        Gauge.builder(PREFIX + name, () -> state.getAsBoolean() ? 1 : 0).register(registry);
    }

    public void watch(String name, IntSupplier value) {
        Gauge.builder(PREFIX + name, value::getAsInt).register(registry);
    }

    private void count(String name, String tag, String value) {
        registry.counter(PREFIX + name, tag, value).increment();
    }

    private Timer timer(String name, String description) {
        return Timer.builder(PREFIX + name)
                .description(description)
                .serviceLevelObjectives(
                        Duration.ofMillis(5),
                        Duration.ofMillis(10),
                        Duration.ofMillis(25),
                        Duration.ofMillis(50),
                        Duration.ofMillis(100),
                        Duration.ofMillis(250),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofMillis(2500),
                        Duration.ofSeconds(3))
                .register(registry);
    }
}
