package dev.mitchbot.gateway.interaction;

import dev.mitchbot.gateway.GatewaySettings;
import dev.mitchbot.gateway.broker.RecentIds;
import dev.mitchbot.gateway.guild.MemberNames;
import dev.mitchbot.gateway.telemetry.GatewayMetrics;
import dev.mitchbot.gateway.telemetry.Tracing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.utils.data.DataObject;

/** Takes interactions from Discord; each is published or refused, in the order in which they came. */
@ApplicationScoped
public class Intake {
    private static final long DRAIN_LOOK_MILLIS = 20;

    private final Admission admission;
    private final Publication publication;
    private final Conversations conversations;
    private final Notices notices;
    private final MemberNames names;
    private final GatewayMetrics metrics;
    private final Tracing tracing;
    private final RecentIds<Long> seen;
    private final Lateness lateness = new Lateness(System::currentTimeMillis, System.nanoTime());
    private final ThreadPoolExecutor worker;

    Intake(
            Admission admission,
            Publication publication,
            Conversations conversations,
            Notices notices,
            MemberNames names,
            GatewayMetrics metrics,
            Tracing tracing,
            GatewaySettings settings) {
        this.admission = admission;
        this.publication = publication;
        this.conversations = conversations;
        this.notices = notices;
        this.names = names;
        this.metrics = metrics;
        this.tracing = tracing;
        seen = new RecentIds<>(settings.rememberedIds());
        worker = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(settings.maxQueuedInteractions()),
                Thread.ofPlatform().name("intake").factory());
    }

    /** Takes an INTERACTION_CREATE; returns at once. */
    public void receive(DataObject payload) {
        long receivedAt = System.nanoTime();
        InteractionReader.read(payload).ifPresent(incoming -> {
            metrics.received(incoming.kind().label());
            long sentAt = receivedAt
                    - lateness.of(incoming.interaction().id(), receivedAt).toNanos();
            try {
                worker.execute(() -> handle(incoming, sentAt, receivedAt));
            } catch (RejectedExecutionException e) {
                begin(incoming, sentAt).ifPresent(conversation -> refuse(conversation, Notice.TOO_BUSY));
            }
        });
    }

    /** Lets what has been received be published and answered, for at most so long. */
    public void drain(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        worker.shutdown();
        try {
            worker.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
            while (conversations.awaited() > 0 && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(DRAIN_LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        publication.close();
    }

    private void handle(Incoming incoming, long sentAt, long receivedAt) {
        if (!seen.add(incoming.interaction().id())) {
            return;
        }
        begin(incoming, sentAt).ifPresent(conversation -> admit(incoming, conversation, receivedAt));
    }

    private void admit(Incoming incoming, Conversation conversation, long receivedAt) {
        Optional<Notice> refusal = admission.refusal(incoming, receivedAt);
        if (refusal.isPresent()) {
            refuse(conversation, refusal.orElseThrow());
        } else {
            publication.publish(
                    incoming, conversation, admission.ownerOf(incoming).orElseThrow());
            incoming.members().forEach(names::seen);
        }
    }

    private Optional<Conversation> begin(Incoming incoming, long sentAt) {
        Conversation conversation = Conversation.received(
                incoming,
                admission.isWhispered(incoming),
                sentAt,
                tracing.received(incoming.label(), incoming.interaction().id()));
        return conversations.begin(conversation) ? Optional.of(conversation) : Optional.empty();
    }

    private void refuse(Conversation conversation, Notice notice) {
        conversations.then(conversation.interaction(), same -> notices.refuse(same, notice));
    }
}
