package dev.mitchbot.chaos.faults;

import dev.mitchbot.chaos.plan.PlannedFault;
import dev.mitchbot.chaos.stage.Topics;
import dev.mitchbot.contracts.action.ActionResult;
import dev.mitchbot.contracts.catalogue.Catalogue;
import dev.mitchbot.contracts.discord.GuildSnapshot;
import dev.mitchbot.contracts.discord.MemberSnapshot;
import dev.mitchbot.contracts.wire.CloudEvent;
import dev.mitchbot.contracts.wire.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A batch of messages that nobody can handle, on every topic that somebody reads; each carries its own name. */
public final class Poison implements Fault {
    /** The header that names a bad message; it stays with it in the dead-letter topic. */
    public static final String NAME = "chaos-poison";

    /** The topics that are poisoned. */
    public static final List<Topic> TOPICS = List.of(
            Topic.ECONOMY_COMMANDS,
            Topic.WALLET_REQUESTS,
            Topic.GAMES_COMMANDS,
            Topic.WALLET_RESULTS,
            Topic.MODERATION_COMMANDS,
            Topic.REPLIES,
            Topic.ACTIONS,
            Topic.ACTION_RESULTS,
            Topic.GUILDS,
            Topic.MEMBERS,
            Topic.CATALOGUE,
            Topic.ECONOMY_EVENTS,
            Topic.MODERATION_EVENTS);

    /** Where a message of a type that nobody knows is somebody else's business. */
    private static final Set<Topic> FOR_ANYONE = Set.of(Topic.ECONOMY_EVENTS, Topic.MODERATION_EVENTS);

    private static final int OF_EACH_SORT = 20;
    private static final int LARGER_THAN_THE_ECONOMY_TAKES = 1_000_000;

    /** Ways to be no message. */
    private enum Sort {
        NO_JSON,
        NO_BODY,
        NO_HEADERS,
        UNKNOWN_TYPE,
        MISSING_FIELDS,
        NO_TIME,
        TOO_LARGE
    }

    private final Topics topics;
    private final List<String> sent = new CopyOnWriteArrayList<>();

    Poison(Topics topics) {
        this.topics = topics;
    }

    /** The names of all that the broker has confirmed. */
    List<String> sent() {
        return List.copyOf(sent);
    }

    @Override
    public void strike(PlannedFault planned) {
        var random = new Random(planned.seed());
        var batch = new ArrayList<ProducerRecord<String, byte[]>>();
        for (Topic topic : TOPICS) {
            for (Sort sort : Sort.values()) {
                if (isSense(sort, topic)) {
                    continue;
                }
                int count = sort == Sort.TOO_LARGE ? 1 : OF_EACH_SORT;
                for (int number = 0; number < count; number++) {
                    String name = planned.number() + "/" + topic.topicName() + "/" + sort + "/" + number;
                    batch.add(bad(topic, sort, name, Long.toString(random.nextLong(1L << 40, 1L << 60))));
                }
            }
        }
        Collections.shuffle(batch, random);
        topics.publish(batch).forEach(record -> sent.add(nameOf(record)));
    }

    private static boolean isSense(Sort sort, Topic topic) {
        return switch (sort) {
            case UNKNOWN_TYPE -> FOR_ANYONE.contains(topic);
            // what the key names is gone
            case NO_BODY -> topic.retention().isEmpty();
            default -> false;
        };
    }

    private static ProducerRecord<String, byte[]> bad(Topic topic, Sort sort, String name, String guild) {
        byte[] body =
                switch (sort) {
                    case NO_JSON -> "{\"interaction\":".getBytes(StandardCharsets.UTF_8);
                    case NO_BODY -> null;
                    case TOO_LARGE -> new byte[LARGER_THAN_THE_ECONOMY_TAKES];
                    default -> "{}".getBytes(StandardCharsets.UTF_8);
                };
        var record = new ProducerRecord<>(topic.topicName(), guild, body);
        put(record, NAME, name);
        if (sort != Sort.NO_HEADERS) {
            put(record, CloudEvent.SPEC_VERSION, CloudEvent.SPEC_VERSION_VALUE);
            put(record, CloudEvent.ID, "poison/" + name);
            put(record, CloudEvent.SOURCE, "chaos");
            put(
                    record,
                    CloudEvent.TIME,
                    sort == Sort.NO_TIME ? "noon" : Instant.now().toString());
            put(record, CloudEvent.TYPE, sort == Sort.UNKNOWN_TYPE ? "chaos.unheard-of.v1" : typeOn(topic));
        }
        return record;
    }

    private static String typeOn(Topic topic) {
        return switch (topic) {
            case WALLET_REQUESTS -> "economy.hold-stake.v1";
            case WALLET_RESULTS -> "economy.stake-settled.v1";
            case GAMES_COMMANDS -> "games.coinflip.v1";
            case MODERATION_COMMANDS -> "moderation.warn.v1";
            case REPLIES -> "gateway.answer.v1";
            case ACTIONS -> "gateway.ban.v1";
            case ACTION_RESULTS -> ActionResult.TYPE;
            case GUILDS -> GuildSnapshot.TYPE;
            case MEMBERS -> MemberSnapshot.TYPE;
            case CATALOGUE -> Catalogue.TYPE;
            case ECONOMY_EVENTS -> "economy.settings-changed.v1";
            case MODERATION_EVENTS -> "moderation.case-opened.v1";
            default -> "economy.give.v1";
        };
    }

    private static void put(ProducerRecord<String, byte[]> record, String header, String value) {
        record.headers().add(header, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String nameOf(ProducerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader(NAME).value(), StandardCharsets.UTF_8);
    }
}
