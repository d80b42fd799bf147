package dev.mitchbot.gateway.interaction;

import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.gateway.GatewaySettings;
import dev.mitchbot.gateway.broker.Message;
import dev.mitchbot.gateway.broker.PastRecords;
import dev.mitchbot.gateway.broker.RecentIds;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Words beside clicked messages that nothing is confirmed. Another gateway may have published the click and bring its
 * result, and Discord does not tell it of such a word: as long as one stands, this gateway reads along which results come.
 */
@ApplicationScoped
class StandingNotices {
    private static final Logger LOG = Logger.getLogger(StandingNotices.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    /** How many of a partition's latest replies may have come while the broker could not be asked. */
    private static final int LATEST = 1_000;

    private final PastRecords past;
    private final Conversations conversations;
    private final Notices notices;
    private final RecentIds<String> answered;
    private final Map<String, Standing> standing = new ConcurrentHashMap<>();
    private final AtomicBoolean reading = new AtomicBoolean();
    private final ExecutorService reader = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("standing-notices").daemon().factory());

    StandingNotices(PastRecords past, Conversations conversations, Notices notices, GatewaySettings settings) {
        this.past = past;
        this.conversations = conversations;
        this.notices = notices;
        answered = new RecentIds<>(settings.rememberedIds());
    }

    /** Withdraws the conversation's notice, if it has one, once its result is there. */
    void watch(Conversation conversation) {
        if (!stands(conversation)) {
            return;
        }
        String id = Long.toUnsignedString(conversation.interaction().id());
        standing.put(id, new Standing(conversation, conversation.noticeId()));
        if (answered.contains(id)) {
            withdraw(id);
        }
        readOn();
    }

    void close() {
        reader.shutdownNow();
    }

    private void readOn() {
        if (anyStands() && reading.compareAndSet(false, true)) {
            try {
                reader.execute(this::readWhileTheyStand);
            } catch (RejectedExecutionException e) {
                LOG.debug("Stopped: no notice is withdrawn any more");
            }
        }
    }

    private void readWhileTheyStand() {
        try (Consumer<byte[], byte[]> replies = past.tail(Topic.REPLIES, LATEST)) {
            while (anyStands() && !Thread.currentThread().isInterrupted()) {
                replies.poll(POLL).forEach(this::note);
            }
        } catch (RuntimeException e) {
            LOG.infof("Results of what is not confirmed: %s", e.getMessage());
            LockSupport.parkNanos(AFTER_FAILURE.toNanos());
        } finally {
            reading.set(false);
            readOn();
        }
    }

    private void note(ConsumerRecord<byte[], byte[]> reply) {
        Message.correlationOf(reply).ifPresent(id -> {
            answered.add(id);
            withdraw(id);
        });
    }

    /** The conversation goes on: the reply may be this gateway's to deliver, and other words may stand by then. */
    private void withdraw(String id) {
        Optional.ofNullable(standing.remove(id))
                .ifPresent(notice -> conversations.then(
                        notice.conversation().interaction(),
                        same -> same.noticeId().equals(notice.id())
                                ? notices.withdraw(same)
                                : CompletableFuture.completedStage(null)));
    }

    private boolean anyStands() {
        standing.values().removeIf(notice -> !stands(notice.conversation()));
        return !standing.isEmpty();
    }

    private static boolean stands(Conversation conversation) {
        return conversation.noticeId().isPresent() && !conversation.isSettled();
    }

    private record Standing(Conversation conversation, Optional<String> id) {}
}
