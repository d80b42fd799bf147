package dev.mitchbot.chaos.check;

import dev.mitchbot.chaos.faults.Poison;
import dev.mitchbot.chaos.stage.Topics;
import dev.mitchbot.contracts.wire.Topic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A dead letter may be there twice, as everything that a killed process was about to tick off. */
record DeadLettersAreThePoison() implements Check {
    @Override
    public String promise() {
        return "The dead letters are the poison that was sent, and nothing else";
    }

    @Override
    public List<Violation> violations(Evidence evidence) {
        var topics = new Topics(evidence.stage().stack().bootstrapServers());
        var found = new ArrayList<Violation>();
        Set<String> missing = new HashSet<>(evidence.poison());
        for (Topic topic : Topic.values()) {
            topics.readAll(topic.deadLetterName(), letter -> {
                String name = header(letter, Poison.NAME);
                missing.remove(name);
                if (name.isEmpty()) {
                    found.add(Violation.of(
                            this,
                            "not poison: %s of %s, because %s"
                                    .formatted(header(letter, "ce_id"), letter.topic(), header(letter, "dlq-reason"))));
                }
            });
        }
        missing.stream().sorted().forEach(name -> found.add(Violation.of(this, "no dead letter: " + name)));
        return found;
    }

    private static String header(ConsumerRecord<String, byte[]> letter, String name) {
        var header = letter.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
