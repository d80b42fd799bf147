package dev.mitchbot.gateway.interaction;

import dev.mitchbot.contracts.command.Interaction;
import dev.mitchbot.gateway.GatewaySettings;
import dev.mitchbot.gateway.telemetry.GatewayMetrics;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The interactions that are under way on this instance. */
@ApplicationScoped
class Conversations {
    private static final Duration SWEEP = Duration.ofSeconds(30);

    private final Map<Long, Conversation> open = new ConcurrentHashMap<>();
    private final int capacity;

    Conversations(GatewaySettings settings, GatewayMetrics metrics, Vertx vertx) {
        capacity = settings.maxOpenInteractions();
        vertx.setPeriodic(SWEEP.toMillis(), timer -> forgetExpired());
        metrics.watch("open.interactions", () -> (int) awaited());
    }

    boolean isFull() {
        return open.size() >= capacity;
    }

    /** Whether it could begin: not when a reply to another instance's publication is being delivered already. */
    boolean begin(Conversation conversation) {
        return open.putIfAbsent(conversation.interaction().id(), conversation) == null;
    }

    /** Runs a step in the interaction's conversation, whether this instance received it or not. */
    <T> CompletableFuture<T> then(Interaction interaction, Function<Conversation, CompletionStage<T>> step) {
        while (true) {
            Conversation conversation = open.computeIfAbsent(interaction.id(), id -> Conversation.joined(interaction));
            Optional<CompletableFuture<T>> outcome =
                    conversation.then(() -> step.apply(conversation), () -> end(conversation));
            if (outcome.isPresent()) {
                return outcome.orElseThrow();
            }
            end(conversation);
        }
    }

    /** Interactions received here that still wait for their answer. */
    long awaited() {
        return open.values().stream()
                .filter(conversation -> !conversation.isSettled())
                .count();
    }

    /** Ends those whose token is dead; what comes for them later is refused by Discord anyway. */
    private void forgetExpired() {
        open.values().stream()
                .filter(conversation -> conversation.isOlderThan(InteractionCalls.TOKEN_LIFE))
                .forEach(conversation -> {
                    conversation.settle();
                    then(conversation.interaction(), same -> CompletableFuture.completedStage(null));
                });
    }

    private void end(Conversation conversation) {
        if (open.remove(conversation.interaction().id(), conversation)) {
            conversation.span().end();
        }
    }
}
