package dev.mitchbot.messaging;

import dev.mitchbot.messaging.Failures.DefectException;
import dev.mitchbot.messaging.Failures.UndecidableException;
import dev.mitchbot.messaging.Failures.UnreadableInboxException;
import dev.mitchbot.messaging.Inbox.Handled;
import dev.mitchbot.messaging.Inbox.Known;
import dev.mitchbot.messaging.Message.MessageId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Load, decide, save: one batch in one database transaction. */
final class Transaction<K, W> {
    private final Mutiny.SessionFactory sessions;
    private final Store<K, W> store;
    private final Handlers<K, W> handlers;
    private final MessagingConfig config;
    private final Checkpoint checkpoint;
    private final Meters meters;
    private final Tracing tracing;

    Transaction(
            Mutiny.SessionFactory sessions,
            Store<K, W> store,
            Handlers<K, W> handlers,
            MessagingConfig config,
            Checkpoint checkpoint,
            Meters meters,
            Tracing tracing) {
        this.sessions = sessions;
        this.store = store;
        this.handlers = handlers;
        this.config = config;
        this.checkpoint = checkpoint;
        this.meters = meters;
        this.tracing = tracing;
    }

    Uni<Outcome> handle(Pipeline.Source source, boolean local) {
        Tracing.Batch spans = tracing.batch();
        long began = System.nanoTime();
        Uni<Outcome> transaction = sessions.withTransaction(session -> source.read(session)
                        .flatMap(messages -> handle(session, messages, local, spans)
                                .onFailure(Failures::isDefect)
                                .transform(DefectException::new)))
                .onItemOrFailure()
                .invoke((outcome, failure) -> spans.end(failure));
        return limited(transaction).invoke(outcome -> {
            passed(Step.COMMITTED);
            meters.committed(outcome, Duration.ofNanos(System.nanoTime() - began));
        });
    }

    <T> Uni<T> run(Function<Mutiny.Session, Uni<T>> work) {
        return limited(sessions.withTransaction(work));
    }

    private <T> Uni<T> limited(Uni<T> transaction) {
        return TimeLimit.on(transaction, config.transactionTimeout());
    }

    Uni<Void> markPublished(Outcome outcome) {
        List<MessageId> ids =
                outcome.decided.stream().map(decided -> decided.message().id()).toList();
        return ids.isEmpty() ? Uni.createFrom().voidItem() : run(session -> Inbox.markPublished(session, ids));
    }

    void passed(Step step) {
        checkpoint.passed(step);
    }

    private Uni<Outcome> handle(Mutiny.Session session, List<Message> messages, boolean local, Tracing.Batch spans) {
        if (messages.isEmpty()) {
            return Uni.createFrom().item(new Outcome());
        }
        Uni<Known> found =
                Inbox.find(session, messages).onFailure(Failures::isDefect).transform(UnreadableInboxException::new);
        return found.flatMap(known -> {
            Outcome outcome = new Outcome();
            outcome.known(known.handled());
            List<Message> fresh = sort(messages, known, outcome);
            if (fresh.isEmpty()) {
                return Uni.createFrom().item(outcome);
            }
            return store.load(session, keys(fresh))
                    .invoke(work -> {
                        passed(Step.LOADED);
                        decide(fresh, work, known.now(), outcome, spans);
                        passed(Step.DECIDED);
                    })
                    .call(work -> outcome.decided.isEmpty()
                            ? Uni.createFrom().voidItem()
                            : Sql.pipelined(Inbox.add(session, outcome.decided, !local), store.save(session, work)))
                    .invoke(() -> passed(Step.SAVED))
                    .replaceWith(outcome);
        });
    }

    /** Leaves the messages that are to be decided; the others get what they were given before, or nothing. */
    private List<Message> sort(List<Message> messages, Known known, Outcome outcome) {
        Instant oldest = known.now().minus(config.commandAgeMax());
        Map<MessageId, Message> fresh = new LinkedHashMap<>();
        List<Message> decide = new ArrayList<>(messages.size());
        for (Message message : messages) {
            Handled handled = known.handled().get(message.id());
            Message twin = fresh.get(message.id());
            if (handled != null) {
                repeat(message, handled.payloadHash(), handled.caused(), outcome);
            } else if (twin != null) {
                repeat(message, twin.payloadHash(), List.of(), outcome);
            } else if (message.actedAt().isPresent() && message.actedAt().get().isBefore(oldest)) {
                outcome.stale++;
            } else {
                fresh.put(message.id(), message);
                decide.add(message);
            }
        }
        return decide;
    }

    private void repeat(Message message, long firstHash, List<Outgoing> firstAnswer, Outcome outcome) {
        if (message.payloadHash() == firstHash || handlers.firstCounts(message)) {
            outcome.repeat(firstAnswer);
        } else {
            outcome.reusedIds.add(message);
        }
    }

    private K keys(List<Message> messages) {
        K keys = store.keys();
        for (Message message : messages) {
            try {
                handlers.needs(message, keys);
            } catch (RuntimeException e) {
                throw new UndecidableException(message, e);
            }
        }
        return keys;
    }

    private void decide(List<Message> messages, W work, Instant now, Outcome outcome, Tracing.Batch spans) {
        for (Message message : messages) {
            Effects effects = new Effects(message, now, spans.start(message));
            try {
                handlers.decide(message, work, effects);
            } catch (RuntimeException e) {
                throw new UndecidableException(message, e);
            }
            outcome.take(new Decided(message, effects.outgoing(), effects.response()), handlers.isQuery(message));
        }
    }
}
