package dev.mitchbot.chaos.faults;

import dev.mitchbot.chaos.plan.PlannedFault;
import dev.mitchbot.chaos.stage.Stage;
import dev.mitchbot.chaos.stage.Topics;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.infra.servers.Server;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * While the economy is held, commands pile up; each is then published once more, all in another order and on partitions
 * that are not their guild's. What comes first when the economy goes on is anybody's guess, even within one guild.
 */
record Reorder(Stage stage, Topics topics) implements Fault {
    private static final String COMMANDS = Topic.ECONOMY_COMMANDS.topicName();

    @Override
    public void strike(PlannedFault planned) {
        var random = new Random(planned.seed());
        List<Server> economies = stage.stack().names().stream()
                .filter(name -> name.startsWith("economy-"))
                .map(stage.stack()::server)
                .filter(Server::isAlive)
                .toList();
        Map<TopicPartition, Long> begun = topics.ends(COMMANDS);
        economies.forEach(Server::freeze);
        try {
            Stage.pause(planned.lasts());
            List<ProducerRecord<String, byte[]>> again = shuffled(topics.since(begun), begun.size(), random);
            topics.publish(again);
            stage.timeline().note("#" + planned.number() + " repeated " + again.size() + " commands");
        } finally {
            economies.forEach(Server::resume);
        }
    }

    private static List<ProducerRecord<String, byte[]>> shuffled(
            List<ConsumerRecord<String, byte[]>> records, int partitions, Random random) {
        var again = new ArrayList<ProducerRecord<String, byte[]>>();
        for (ConsumerRecord<String, byte[]> record : records) {
            again.add(new ProducerRecord<>(
                    COMMANDS, random.nextInt(partitions), record.key(), record.value(), record.headers()));
        }
        Collections.shuffle(again, random);
        return again;
    }
}
