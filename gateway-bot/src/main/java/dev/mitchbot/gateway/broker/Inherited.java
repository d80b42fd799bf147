package dev.mitchbot.gateway.broker;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Which records came to this reader with their partition: another one may have begun with them, and died. */
public final class Inherited {
    private final Map<Integer, Backlog> backlogs = new ConcurrentHashMap<>();

    /** What has been left, by partition. */
    public void add(Map<Integer, Backlog> left) {
        backlogs.putAll(left);
    }

    public boolean contains(ConsumerRecord<?, ?> record) {
        Backlog backlog = backlogs.get(record.partition());
        return backlog != null && backlog.contains(record.offset());
    }
}
