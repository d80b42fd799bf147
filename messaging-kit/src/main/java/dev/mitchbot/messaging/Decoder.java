package dev.mitchbot.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.mitchbot.contracts.command.Command;
import dev.mitchbot.contracts.command.Interaction;
import dev.mitchbot.contracts.discord.GuildSnapshot;
import dev.mitchbot.contracts.discord.MemberSnapshot;
import dev.mitchbot.contracts.wire.CloudEvent;
import dev.mitchbot.contracts.wire.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Turns a Kafka record into a message, or says what is wrong with it. */
public final class Decoder {
    private final Function<String, Optional<Class<?>>> bodyTypes;
    private final int bodyBytesMax;

    /**
     * @param bodyTypes the record that a type of message carries; empty for a type that nobody here handles
     * @param bodyBytesMax how large a body may be
     */
    public Decoder(Function<String, Optional<Class<?>>> bodyTypes, int bodyBytesMax) {
        this.bodyTypes = bodyTypes;
        this.bodyBytesMax = bodyBytesMax;
    }

    /** @throws UndecodableException with the reason, for the dead-letter topic */
    public Message decode(ConsumerRecord<String, byte[]> record) throws UndecodableException {
        CloudEvent event = eventOf(record);
        byte[] value = valueOf(record);
        Class<?> bodyType = bodyTypes
                .apply(event.type())
                .orElseThrow(() -> new UndecodableException("unknown type " + event.type()));
        Object body = bodyOf(value, bodyType);
        return new Message(event, guildOf(record.key(), body), body, hash(value), Optional.of(record));
    }

    /** Who waits for the answer where the record is a command after all, of a type or with a body that is unknown here. */
    Optional<Waiting> waiting(ConsumerRecord<String, byte[]> record) {
        try {
            CloudEvent event = eventOf(record);
            Interaction interaction = bodyOf(valueOf(record), AnyCommand.class).interaction();
            return guildIdOf(record.key()) == interaction.guildId()
                    ? Optional.of(new Waiting(event, interaction))
                    : Optional.empty();
        } catch (UndecodableException e) {
            return Optional.empty();
        }
    }

    /** What every version's commands have. */
    private record AnyCommand(Interaction interaction) {}

    static long hash(byte[] payload) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(payload))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static CloudEvent eventOf(ConsumerRecord<String, byte[]> record) throws UndecodableException {
        String id = required(record, CloudEvent.ID);
        if (id.isEmpty() || id.length() > 200) {
            throw new UndecodableException(CloudEvent.ID + " must have 1 to 200 characters");
        }
        return new CloudEvent(
                id,
                required(record, CloudEvent.TYPE),
                header(record, CloudEvent.SOURCE).orElse(""),
                timeOf(record),
                header(record, CloudEvent.CORRELATION_ID).orElse(id),
                header(record, CloudEvent.TRACEPARENT).orElse(""));
    }

    private static Instant timeOf(ConsumerRecord<String, byte[]> record) throws UndecodableException {
        Optional<String> time = header(record, CloudEvent.TIME);
        if (time.isEmpty()) {
            return Instant.ofEpochMilli(record.timestamp());
        }
        try {
            return Instant.parse(time.get());
        } catch (DateTimeParseException e) {
            throw new UndecodableException(CloudEvent.TIME + " is not an RFC 3339 time");
        }
    }

    private byte[] valueOf(ConsumerRecord<String, byte[]> record) throws UndecodableException {
        byte[] value = record.value();
        if (value == null) {
            throw new UndecodableException("no body");
        }
        if (value.length > bodyBytesMax) {
            throw new UndecodableException("body of " + value.length + " bytes, at most " + bodyBytesMax);
        }
        return value;
    }

    private static <T> T bodyOf(byte[] value, Class<T> bodyType) throws UndecodableException {
        try {
            return Optional.ofNullable(Json.read(value, bodyType))
                    .orElseThrow(() -> new UndecodableException("body is null"));
        } catch (JsonProcessingException e) {
            throw new UndecodableException("not a " + bodyType.getSimpleName() + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UndecodableException("not a " + bodyType.getSimpleName() + ": " + e.getMessage());
        }
    }

    private static long guildOf(String key, Object body) throws UndecodableException {
        if (body instanceof MemberSnapshot member) {
            if (!member.key().equals(key)) {
                throw new UndecodableException("key " + key + " is not the member of the body");
            }
            return member.guildId();
        }
        long guildId = guildIdOf(key);
        if (guildNamedBy(body).filter(named -> named != guildId).isPresent()) {
            throw new UndecodableException("key " + guildId + " is not the guild of the body");
        }
        return guildId;
    }

    /** The guild that a body names by itself, where it is of a kind that does. */
    private static Optional<Long> guildNamedBy(Object body) {
        return switch (body) {
            case Command command -> Optional.of(command.interaction().guildId());
            case GuildSnapshot guild -> Optional.of(guild.id());
            default -> Optional.empty();
        };
    }

    /** @throws UndecodableException where a record's key names no guild */
    public static long guildIdOf(String key) throws UndecodableException {
        try {
            return Long.parseUnsignedLong(key);
        } catch (NumberFormatException e) {
            throw new UndecodableException("key " + key + " is not a guild id");
        }
    }

    private static String required(ConsumerRecord<String, byte[]> record, String name) throws UndecodableException {
        return header(record, name).orElseThrow(() -> new UndecodableException("no header " + name));
    }

    private static Optional<String> header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }

    /** The record can never become a message; the text says why. */
    public static final class UndecodableException extends Exception {
        UndecodableException(String reason) {
            super(reason);
        }
    }
}
