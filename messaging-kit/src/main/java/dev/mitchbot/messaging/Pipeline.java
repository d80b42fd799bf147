package dev.mitchbot.messaging;

import dev.mitchbot.messaging.Decoder.UndecodableException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The life of a message: decoded, handled with its batch in one transaction, its effects published, and only then done.
 * Whatever fails in between, the same message can come again: its id is found in the inbox and its first effects are
 * published again.
 *
 * @param <K> the service's collection of keys
 * @param <W> the service's loaded rows
 */
public final class Pipeline<K, W> {
    /** A part of a batch, or no batch at all: nobody's turn ends with its commit. */
    private static final Runnable NOT_YET = () -> {};

    private final Decoder decoder;
    private final Transaction<K, W> transaction;
    private final Publisher publisher;
    private final DeadLetters deadLetters;
    private final Lanes lanes;
    private final MessagingConfig config;
    private final Meters meters;
    private final List<Gathering> gatherings;

    Pipeline(
            Decoder decoder,
            Transaction<K, W> transaction,
            Publisher publisher,
            DeadLetters deadLetters,
            Lanes lanes,
            MessagingConfig config,
            Meters meters) {
        this.decoder = decoder;
        this.transaction = transaction;
        this.publisher = publisher;
        this.deadLetters = deadLetters;
        this.lanes = lanes;
        this.config = config;
        this.meters = meters;
        this.gatherings = IntStream.range(0, config.lanes())
                .mapToObj(lane -> new Gathering(
                        config.batchMax(),
                        config.batchInterval(),
                        lanes::after,
                        (messages, committed) ->
                                handle(new Batch(lane, messages, config.conflictRetriesMax(), committed))))
                .toList();
    }

    /** The way in for one channel's polls. */
    public Polls polls() {
        return new Polls(this, config.openMax());
    }

    /**
     * Handles what a poll brought. On a lane it shares its transaction with what other polls have brought meanwhile. Completes when every record's effects are confirmed by the broker, or the record is a
     * dead letter: then its offset may be committed. While the database or the broker is away it does not complete.
     */
    public Uni<Void> handle(ConsumerRecords<String, byte[]> records) {
        List<List<ConsumerRecord<String, byte[]>>> byLane = lanes.split(records);
        List<Uni<Void>> work = new ArrayList<>();
        for (int lane = 0; lane < byLane.size(); lane++) {
            if (!byLane.get(lane).isEmpty()) {
                work.add(handle(lane, byLane.get(lane)));
            }
        }
        return switch (work.size()) {
            case 0 -> Uni.createFrom().voidItem();
            case 1 -> work.getFirst();
            default -> Uni.join().all(work).andCollectFailures().replaceWithVoid();
        };
    }

    /**
     * Handles one message that does not come from Kafka, such as a REST write.
     *
     * @param patience how long to keep trying while the database is away
     * @return the handler's response; the first one where the id was handled before, empty where it gave none. Fails with
     *     {@link ReusedIdException} where the id came before with another payload, with the handler's own exception where
     *     it threw, and with the database's or a time-out where patience ran out: whether anything was changed, the same
     *     message tells when it comes again.
     */
    public Uni<Optional<byte[]>> submit(Message message, Duration patience) {
        int lane = lanes.any();
        return attempt(lane, Source.of(List.of(message)), true, NOT_YET)
                .onFailure(failure -> Failures.kindOf(failure) != Failures.Kind.MESSAGE)
                .retry()
                .withBackOff(config.backOffMin(), config.backOffMax())
                .expireIn(patience.toMillis())
                .onItem()
                .transformToUni(outcome -> outcome.reusedIds.isEmpty()
                        ? Uni.createFrom().item(outcome.responseTo(message.id()))
                        : Uni.createFrom()
                                .failure(new ReusedIdException(message.event().id())));
    }

    /**
     * Handles rows that are due. Completes with how many there were. Where one cannot be handled, or conflicts however
     * often it is tried, each is handled by itself and that one is put off.
     */
    Uni<Integer> handleDue(DueRows rows, int most) {
        Source claim = new Source(session -> rows.claim(session, most));
        int conflictRetries = most > 1 ? config.conflictRetriesMax() : Batch.CONFLICT_RETRIES_ALONE;
        return attempt(lanes.any(), claim, true, NOT_YET)
                .onFailure(failure -> Failures.kindOf(failure) == Failures.Kind.CONFLICT)
                .retry()
                .withBackOff(config.backOffMin(), config.backOffMax())
                .atMost(conflictRetries)
                .map(outcome -> claim.messages().size())
                .onFailure(failure -> Failures.kindOf(failure) != Failures.Kind.ENVIRONMENT
                        && !claim.messages().isEmpty())
                .recoverWithUni(failure -> most > 1 ? oneByOne(rows, most) : postpone(rows, claim, failure));
    }

    private Uni<Integer> oneByOne(DueRows rows, int most) {
        Uni<Integer> all = Uni.createFrom().item(0);
        for (int i = 0; i < most; i++) {
            all = all.flatMap(before -> handleDue(rows, 1).map(one -> before + one));
        }
        return all;
    }

    private Uni<Integer> postpone(DueRows rows, Source claim, Throwable failure) {
        Message message = claim.messages().getFirst();
        meters.postponed(message, failure);
        return lanes.run(lanes.any(), () -> transaction.run(session -> rows.postpone(session, message)))
                .replaceWith(1);
    }

    private Uni<Void> handle(int lane, List<ConsumerRecord<String, byte[]>> records) {
        List<Message> messages = new ArrayList<>(records.size());
        List<Unreadable> unreadable = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                messages.add(decoder.decode(record));
            } catch (UndecodableException e) {
                unreadable.add(new Unreadable(record, e.getMessage()));
            }
        }
        Uni<Void> readable = gatherings.get(lane).add(messages);
        return Multi.createFrom()
                .iterable(unreadable)
                .onItem()
                .transformToUniAndConcatenate(
                        one -> deadLetters.add(one.record(), one.reason(), decoder.waiting(one.record())))
                .collect()
                .last()
                .chain(() -> readable);
    }

    /** However often it is tried, no try is nested in another: an outage may last for days. */
    private Uni<Void> handle(Batch batch) {
        if (batch.messages().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tries tries = new Tries(batch.conflictRetries());
        return Uni.createFrom()
                .deferred(() -> attempt(batch.lane(), Source.of(batch.messages()), false, batch.committed()))
                .flatMap(outcome -> deadLetters.addReused(outcome.reusedIds))
                .onFailure()
                .invoke(tries::failed)
                .onFailure(failure -> tries.next == Next.AGAIN)
                .retry()
                .withBackOff(config.backOffMin(), config.backOffMax())
                .indefinitely()
                .onFailure(failure -> tries.next == Next.ISOLATE)
                .recoverWithUni(failure -> isolate(batch, failure));
    }

    /** Halves the batch until the message stands alone that cannot be handled. */
    private Uni<Void> isolate(Batch batch, Throwable failure) {
        if (batch.messages().size() == 1) {
            return deadLetters.add(batch.messages().getFirst(), failure);
        }
        int half = batch.messages().size() / 2;
        return handle(batch.part(0, half))
                .chain(() -> handle(batch.part(half, batch.messages().size())));
    }

    private Uni<Outcome> attempt(int lane, Source source, boolean local, Runnable committed) {
        return lanes.run(lane, () -> transaction.handle(source, local))
                .invoke(committed)
                .call(outcome -> publisher.publish(outcome.outgoing))
                .invoke(() -> transaction.passed(Step.PUBLISHED))
                .call(outcome -> local && !outcome.outgoing.isEmpty()
                        ? lanes.run(lane, () -> transaction.markPublished(outcome))
                        : Uni.createFrom().voidItem());
    }

    /**
     * What is decided in one transaction.
     *
     * @param conflictRetries how often it is tried again where rows change under it, before it is taken apart
     * @param committed called when it is
     */
    private record Batch(int lane, List<Message> messages, int conflictRetries, Runnable committed) {
        /** The batch has waited already for whom it met; only the message that stands alone is given a little more time. */
        private static final int CONFLICT_RETRIES_ALONE = 3;

        Batch part(int from, int to) {
            return new Batch(lane, messages.subList(from, to), to - from == 1 ? CONFLICT_RETRIES_ALONE : 0, NOT_YET);
        }
    }

    /** What a failed try of a batch leads to. */
    private enum Next {
        AGAIN,
        ISOLATE,
        GIVE_UP
    }

    /**
     * The tries of one batch. Failures of the environment do not count as conflicts: after those a conflict may come from
     * an attempt of our own that has taken effect since.
     */
    private final class Tries {
        private int conflictsLeft;
        private Next next = Next.GIVE_UP;

        Tries(int conflicts) {
            conflictsLeft = conflicts;
        }

        void failed(Throwable failure) {
            next = failure instanceof Exception ? after(Failures.kindOf(failure)) : Next.GIVE_UP;
            if (next == Next.AGAIN) {
                meters.retried(failure);
            }
        }

        private Next after(Failures.Kind kind) {
            if (kind == Failures.Kind.MESSAGE || kind == Failures.Kind.CONFLICT && conflictsLeft-- == 0) {
                return Next.ISOLATE;
            }
            return publisher.isStopping() ? Next.GIVE_UP : Next.AGAIN;
        }
    }

    /** A record that is no message. */
    private record Unreadable(ConsumerRecord<String, byte[]> record, String reason) {}

    /** Where a batch comes from: a poll, or a query of the batch's own transaction. */
    static final class Source {
        private final Function<Mutiny.Session, Uni<List<Message>>> query;
        private List<Message> messages = List.of();

        Source(Function<Mutiny.Session, Uni<List<Message>>> query) {
            this.query = query;
        }

        static Source of(List<Message> messages) {
            return new Source(session -> Uni.createFrom().item(messages));
        }

        Uni<List<Message>> read(Mutiny.Session session) {
            return query.apply(session).invoke(found -> messages = found);
        }

        List<Message> messages() {
            return messages;
        }
    }
}
