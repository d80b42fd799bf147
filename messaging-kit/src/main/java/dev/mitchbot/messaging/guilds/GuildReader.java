package dev.mitchbot.messaging.guilds;

import dev.mitchbot.contracts.discord.GuildSnapshot;
import dev.mitchbot.messaging.Decoder;
import dev.mitchbot.messaging.Decoder.UndecodableException;
import dev.mitchbot.messaging.Failures;
import dev.mitchbot.messaging.MessagingConfig;
import dev.mitchbot.messaging.Publisher;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
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
    private final Decoder decoder;

    GuildReader(GuildTable table, Publisher publisher, MessagingConfig config) {
        this.table = table;
        this.publisher = publisher;
        this.config = config;
        decoder = new Decoder(GuildReader::bodyType, config.bodyBytesMax());
    }

    @Incoming("guilds")
    Uni<Void> read(ConsumerRecords<String, byte[]> records) {
        Map<Long, Sighting> latest = new LinkedHashMap<>();
        Uni<Void> done = Uni.createFrom().voidItem();
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                Sighting sighting = sighting(record);
                latest.merge(sighting.guildId(), sighting, Sighting::later);
            } catch (UndecodableException e) {
                done = done.chain(() -> publisher.deadLetter(record, e.getMessage()));
            }
        }
        return done.chain(() -> save(List.copyOf(latest.values())));
    }

    private Uni<Void> save(List<Sighting> sightings) {
        if (sightings.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .deferred(() -> table.save(sightings))
                .onFailure(failure -> !publisher.isStopping() && !Failures.isOfAMessage(failure))
                .retry()
                .withBackOff(config.backOffMin(), config.backOffMax())
                .indefinitely()
                .onFailure(Failures::isOfAMessage)
                .recoverWithUni(failure -> isolate(sightings, failure));
    }

    private Uni<Void> isolate(List<Sighting> sightings, Throwable failure) {
        if (sightings.size() == 1) {
            return publisher.deadLetter(sightings.getFirst().record(), failure.toString());
        }
        Uni<Void> done = Uni.createFrom().voidItem();
        for (Sighting sighting : sightings) {
            done = done.chain(() -> save(List.of(sighting)));
        }
        return done;
    }

    private Sighting sighting(ConsumerRecord<String, byte[]> record) throws UndecodableException {
        return record.value() == null
                ? new Sighting(Decoder.guildIdOf(record.key()), Optional.empty(), record)
                : Sighting.of((GuildSnapshot) decoder.decode(record).body(), record);
    }

    private static Optional<Class<?>> bodyType(String type) {
        return type.equals(GuildSnapshot.TYPE) ? Optional.of(GuildSnapshot.class) : Optional.empty();
    }

    /** A guild at a moment of the broker's clock; without a snapshot the bot has left it. */
    record Sighting(long guildId, Optional<GuildSnapshot> snapshot, ConsumerRecord<String, byte[]> record) {
        static Sighting of(GuildSnapshot snapshot, ConsumerRecord<String, byte[]> record) {
            return new Sighting(snapshot.id(), Optional.of(snapshot), record);
        }

        long atMillis() {
            return record.timestamp();
        }

        Sighting later(Sighting other) {
            return other.atMillis() >= atMillis() ? other : this;
        }
    }
}
