package dev.mitchbot.messaging;

import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.contracts.reply.MessageBody;
import dev.mitchbot.contracts.reply.Reply;
import dev.mitchbot.contracts.wire.Json;
import dev.mitchbot.contracts.wire.Topic;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What happens to messages that cannot be handled: kept with the reason, and the member who waits is told that nothing was
 * changed.
 */
final class DeadLetters {
    private final Publisher publisher;
    private final String failureText;
    private final Meters meters;

    DeadLetters(Publisher publisher, String failureText, Meters meters) {
        this.publisher = publisher;
        this.failureText = failureText;
        this.meters = meters;
    }

    /** @param told who is told that nothing was changed */
    Uni<Void> add(ConsumerRecord<String, byte[]> record, String reason, Optional<Waiting> told) {
        meters.deadLetter();
        List<Outgoing> notices = told.stream().map(this::notice).toList();
        return publisher.deadLetter(record, reason).chain(() -> publisher.publish(notices));
    }

    Uni<Void> add(Message message, Throwable failure) {
        Optional<Waiting> told = Failures.leavesAllAsItWas(failure) ? message.waiting() : Optional.empty();
        return add(message.record().orElseThrow(), failure.getMessage(), told);
    }

    Uni<Void> addReused(List<Message> messages) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (Message message : messages) {
            meters.reusedId();
            done = done.chain(() -> add(
                    message.record().orElseThrow(),
                    new ReusedIdException(message.event().id()).getMessage(),
                    Optional.empty()));
        }
        return done;
    }

    private Outgoing notice(Waiting waiting) {
        Reply reply = new Answer(waiting.interaction(), true, MessageBody.text(failureText));
        return new Outgoing(
                Topic.REPLIES,
                Long.toString(waiting.interaction().guildId()),
                waiting.event().id() + "/failed",
                reply.type(),
                Json.write(reply),
                waiting.event().correlationId(),
                "");
    }
}
