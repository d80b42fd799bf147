package dev.mitchbot.messaging;

import dev.mitchbot.contracts.command.Command;
import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.contracts.reply.MessageBody;
import dev.mitchbot.contracts.reply.Reply;
import dev.mitchbot.contracts.wire.Json;
import dev.mitchbot.contracts.wire.Topic;
import io.smallrye.mutiny.Uni;
import java.util.List;
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

    Uni<Void> add(ConsumerRecord<String, byte[]> record, String reason) {
        meters.deadLetter();
        return publisher.deadLetter(record, reason);
    }

    Uni<Void> add(Message message, Throwable failure) {
        List<Outgoing> notice = Failures.leavesAllAsItWas(failure) ? notice(message) : List.of();
        return add(message.record().orElseThrow(), failure.getMessage()).chain(() -> publisher.publish(notice));
    }

    Uni<Void> addReused(List<Message> messages) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (Message message : messages) {
            meters.reusedId();
            done = done.chain(() -> add(
                    message.record().orElseThrow(),
                    new ReusedIdException(message.event().id()).getMessage()));
        }
        return done;
    }

    private List<Outgoing> notice(Message message) {
        if (!(message.body() instanceof Command command)) {
            return List.of();
        }
        Reply reply = new Answer(command.interaction(), true, MessageBody.text(failureText));
        return List.of(new Outgoing(
                Topic.REPLIES,
                Long.toString(message.guildId()),
                message.event().id() + "/failed",
                reply.type(),
                Json.write(reply),
                message.event().correlationId(),
                ""));
    }
}
