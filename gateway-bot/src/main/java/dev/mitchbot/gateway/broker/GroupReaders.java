package dev.mitchbot.gateway.broker;

import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.gateway.GatewaySettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts the gateway's shared readers once the broker is there, and stops them. */
@ApplicationScoped
public class GroupReaders {
    private final KafkaClients clients;
    private final Broker broker;
    private final DeadLetters deadLetters;
    private final ReaderBounds bounds;
    private final List<GroupReader> readers = new ArrayList<>();
    private boolean closed;

    GroupReaders(KafkaClients clients, Broker broker, DeadLetters deadLetters, GatewaySettings settings) {
        this.clients = clients;
        this.broker = broker;
        this.deadLetters = deadLetters;
        bounds = ReaderBounds.of(settings);
    }

    /** Reads the topic with the other members of the group as soon as the broker is there. */
    public void read(Topic topic, String group, RecordHandler handler) {
        broker.firstSeen().thenRun(() -> begin(topic, group, handler));
    }

    private synchronized void begin(Topic topic, String group, RecordHandler handler) {
        if (!closed) {
            readers.add(new GroupReader(
                    clients.consumer(group, Optional.of(group)), topic.topicName(), handler, deadLetters, bounds));
        }
    }

    public synchronized void close() {
        closed = true;
        readers.parallelStream().forEach(GroupReader::close);
    }
}
