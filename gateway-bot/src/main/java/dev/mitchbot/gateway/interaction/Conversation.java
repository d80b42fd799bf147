package dev.mitchbot.gateway.interaction;

import dev.mitchbot.contracts.command.Interaction;
import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * One interaction on this instance. Its calls to Discord go out one after the other, whoever wants them; those of
 * different interactions know nothing of each other.
 */
final class Conversation {
    private final Interaction interaction;
    private final Kind kind;
    private final boolean whispered;
    private final boolean receivedHere;
    private final long begunAt;
    private final Span span;
    private final Deque<Runnable> steps = new ArrayDeque<>();
    private boolean running;
    private boolean closed;
    private volatile Original original = Original.NOTHING;
    private volatile boolean thinking;
    private volatile boolean settled;
    private volatile Optional<String> noticeId = Optional.empty();

    private Conversation(
            Interaction interaction, Kind kind, boolean whispered, boolean receivedHere, long begunAt, Span span) {
        this.interaction = interaction;
        this.kind = kind;
        this.whispered = whispered;
        this.receivedHere = receivedHere;
        this.begunAt = begunAt;
        this.span = span;
    }

    /** One that this instance received from Discord, which sent it at this time of the steady clock. */
    static Conversation received(Incoming incoming, boolean whispered, long sentAt, Span span) {
        return new Conversation(incoming.interaction(), incoming.kind(), whispered, true, sentAt, span);
    }

    /** One that another instance received, or this one before a restart: only replies to it are known. */
    static Conversation joined(Interaction interaction) {
        Conversation conversation =
                new Conversation(interaction, Kind.COMMAND, false, false, System.nanoTime(), Span.getInvalid());
        conversation.settled = true;
        return conversation;
    }

    /** Lets the step run after those before it; empty when this conversation is over and a new one is needed. */
    <T> Optional<CompletableFuture<T>> then(Supplier<CompletionStage<T>> step, Runnable whenOver) {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        synchronized (this) {
            if (closed) {
                return Optional.empty();
            }
            steps.add(() -> run(step, outcome, whenOver));
            if (running) {
                return Optional.of(outcome);
            }
            running = true;
        }
        next(whenOver);
        return Optional.of(outcome);
    }

    private <T> void run(Supplier<CompletionStage<T>> step, CompletableFuture<T> outcome, Runnable whenOver) {
        CompletionStage<T> stage;
        try {
            stage = step.get();
        } catch (RuntimeException e) {
            stage = CompletableFuture.failedStage(e);
        }
        stage.whenComplete((value, error) -> {
            if (error == null) {
                outcome.complete(value);
            } else {
                outcome.completeExceptionally(error);
            }
            next(whenOver);
        });
    }

    private void next(Runnable whenOver) {
        Runnable step;
        synchronized (this) {
            step = steps.poll();
            running = step != null;
            closed = step == null && settled;
        }
        if (step != null) {
            step.run();
        } else if (settled) {
            whenOver.run();
        }
    }

    /** Nothing more is expected: it ends when the last step is through. */
    void settle() {
        settled = true;
    }

    Interaction interaction() {
        return interaction;
    }

    Kind kind() {
        return kind;
    }

    /** Whether a "thinking" notice is for the caller alone. */
    boolean isWhispered() {
        return whispered;
    }

    boolean isSettled() {
        return settled;
    }

    Span span() {
        return span;
    }

    /** How long ago Discord sent it here; empty where it did not. */
    OptionalLong age() {
        return receivedHere ? OptionalLong.of(System.nanoTime() - begunAt) : OptionalLong.empty();
    }

    /** How long it takes from now until it is so old; zero when it is older already. */
    Duration until(Duration age) {
        Duration left = age.minusNanos(System.nanoTime() - begunAt);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Whether it has been under way for longer than this, by no clock that may be wrong; since Discord sent it, if it came here. */
    boolean isOlderThan(Duration age) {
        return System.nanoTime() - begunAt > age.toNanos();
    }

    Original original() {
        return original;
    }

    void original(Original now) {
        original = now;
    }

    /** Whether the original is Discord's "thinking": the first message after it would take its place and its visibility. */
    boolean isThinking() {
        return thinking;
    }

    void thinking(boolean now) {
        thinking = now;
    }

    /** The follow-up message with a notice that the answer is to replace. */
    Optional<String> noticeId() {
        return noticeId;
    }

    void noticeId(Optional<String> id) {
        noticeId = id;
    }
}
