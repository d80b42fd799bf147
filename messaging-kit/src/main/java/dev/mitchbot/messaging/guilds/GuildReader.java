package dev.mitchbot.messaging.guilds;

import dev.mitchbot.contracts.discord.GuildSnapshot;
import dev.mitchbot.contracts.wire.Json;
import dev.mitchbot.messaging.MessagingConfig;
import dev.mitchbot.messaging.Publisher;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Writes down what the gateway tells of the guilds. The latest of each counts, however often and in whatever order it comes. */
@Singleton
final class GuildReader {
    private final GuildTable table;
    private final Publisher publisher;
    private final MessagingConfig config;

    GuildReader(GuildTable table, Publisher publisher, MessagingConfig config) {
        this.table = table;
        this.publisher = publisher;
        this.config = config;
    }

    @Incoming("guilds")
    Uni<Void> read(ConsumerRecords<String, byte[]> records) {
        Map<Long, Sighting> latest = new LinkedHashMap<>();
        Uni<Void> done = Uni.createFrom().voidItem();
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                Sighting sighting = sighting(record);
                latest.merge(sighting.guildId(), sighting, Sighting::later);
            } catch (IOException | IllegalArgumentException e) {
                done = done.chain(() -> publisher.deadLetter(record, "not a guild: " + e.getMessage()));
            }
        }
        return done.chain(() -> latest.isEmpty() ? Uni.createFrom().voidItem() : save(latest));
    }

    private Uni<Void> save(Map<Long, Sighting> latest) {
        return Uni.createFrom()
                .deferred(() -> table.save(latest.values()))
                .onFailure(failure -> !publisher.isStopping())
                .retry()
                .withBackOff(config.backOffMin(), config.backOffMax())
                .indefinitely();
    }

    private static Sighting sighting(ConsumerRecord<String, byte[]> record) throws IOException {
        if (record.key() == null) {
            throw new IllegalArgumentException("no key");
        }
        long guildId = Long.parseUnsignedLong(record.key());
        if (record.value() == null) {
            return new Sighting(guildId, record.timestamp(), Optional.empty());
        }
        GuildSnapshot snapshot = Json.read(record.value(), GuildSnapshot.class);
        if (snapshot.id() != guildId) {
            throw new IllegalArgumentException("key " + record.key() + " is not the guild of the body");
        }
        return new Sighting(guildId, record.timestamp(), Optional.of(snapshot));
    }

    /** A guild at a moment of the broker's clock; without a snapshot the bot has left it. */
    record Sighting(long guildId, long atMillis, Optional<GuildSnapshot> snapshot) {
        Sighting later(Sighting other) {
            return other.atMillis >= atMillis ? other : this;
        }
    }
}
