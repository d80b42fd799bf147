package dev.mitchbot.messaging;

import dev.mitchbot.contracts.reply.Reply;
import dev.mitchbot.contracts.wire.Json;
import dev.mitchbot.contracts.wire.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a decision causes besides changed rows: messages, and for a REST write the response. */
public final class Effects {
    private final Message cause;
    private final Instant now;
    private final String traceparent;
    private final List<Outgoing> outgoing = new ArrayList<>(1);
    private byte[] response;

    Effects(Message cause, Instant now, String traceparent) {
        this.cause = cause;
        this.now = now;
        this.traceparent = traceparent;
    }

    /** The batch's time, by the database's clock, so that no instance's own clock decides anything. */
    public Instant now() {
        return now;
    }

    /** The id of the message that is being decided. */
    public String messageId() {
        return cause.event().id();
    }

    /** The guild that the message concerns. */
    public long guildId() {
        return cause.guildId();
    }

    /** Answers the member who acted. */
    public void reply(Reply reply) {
        publish(Topic.REPLIES, reply.type(), reply);
    }

    /**
     * Publishes a message about this guild.
     *
     * @param type its CloudEvents type
     * @param body a record of {@code contracts}
     * @return the id that it travels with
     */
    public String publish(Topic topic, String type, Object body) {
        String id = messageId() + "/" + outgoing.size();
        outgoing.add(new Outgoing(
                topic,
                Long.toString(guildId()),
                id,
                type,
                Json.write(body),
                cause.event().correlationId(),
                traceparent));
        return id;
    }

    /** Sets the response of a REST write; a repetition of the request gets the same one. */
    public void respond(Object body) {
        response = Json.write(body);
    }

    List<Outgoing> outgoing() {
        return outgoing;
    }

    Optional<byte[]> response() {
        return Optional.ofNullable(response);
    }
}
