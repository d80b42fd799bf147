package dev.mitchbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mitchbot.contracts.wire.CloudEvent;
import dev.mitchbot.contracts.wire.Topic;
import dev.mitchbot.e2e.Crowd.Told;
import dev.mitchbot.e2e.SharedBot.Instances;
import dev.mitchbot.infra.servers.Server;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two instances of each service, the gateways as each other's standby on the same shard. */
@Order(SharedBot.LAST)
@ExtendWith(SharedBot.class)
@ResourceLock(SideBySide.EVERY_PROCESS)
class TwoOfEachE2E {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int BEFORE = 50;
    private static final int MEANWHILE = 100;
    private static final Duration PACE = Duration.ofMillis(25);
    private static final int ENDED_BY_SIGTERM = 128 + 15;
    private static final long SEED = Long.getLong("seed", System.nanoTime());

    private final RunningBot bot;

    TwoOfEachE2E(@Instances(2) RunningBot bot) {
        this.bot = bot;
    }

    @Nested
    class Commands extends CommandSuite {
        @Override
        RunningBot bot() {
            return bot;
        }
    }

    @Nested
    class Outages extends OutageSuite {
        @Override
        RunningBot bot() {
            return bot;
        }
    }

    @Nested
    class BadEvents extends BadEventSuite {
        @Override
        RunningBot bot() {
            return bot;
        }
    }

    @Nested
    class Crashes extends CrashSuite {
        @Override
        RunningBot bot() {
            return bot;
        }
    }

    @Nested
    class Games extends GamesSuite {
        @Override
        RunningBot bot() {
            return bot;
        }
    }

    @Nested
    class Moderation extends ModerationSuite {
        @Override
        RunningBot bot() {
            return bot;
        }
    }

    @Nested
    class HandCrashes extends HandCrashSuite {
        @Override
        RunningBot bot() {
            return bot;
        }
    }

    @Nested
    class BanCrashes extends BanCrashSuite {
        @Override
        RunningBot bot() {
            return bot;
        }
    }

    @Test
    void allOfThemWork() {
        List<Share> shares = Stream.of("economy", "games", "moderation", "gateway")
                .flatMap(service -> bot.names(service).stream())
                .map(instance -> Share.begin(bot, instance))
                .toList();
        assertThat(shares).hasSize(8);
        await().atMost(PATIENCE).until(() -> {
            askEachService();
            return shares.stream().allMatch(Share::hasGrown);
        });
    }

    private void askEachService() {
        Discipline order = Discipline.in(bot, "shared", 3);
        Guild guild = order.guild();
        String member = order.member(1);
        assertThat(guild.daily(member).isDecided()).isTrue();
        assertThat(guild.use(member, "coinflip", Map.of("amount", 1, "choice", "heads"))
                        .isDecided())
                .isTrue();
        assertThat(order.act("warn", member, Map.of("reason", "idle")).isDecided())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway-1", "gateway-2"})
    void theOtherGatewayAnswersWhatWasPublishedJustBeforeTheKill(String victim) {
        Guild guild = bot.control().newGuild("published", 3);
        var asked = new AtomicReference<Seen>();
        try (var wire = new Wire(bot.stack().bootstrapServers(), Topic.ECONOMY_COMMANDS.topicName())) {
            bot.whileSilent("economy", () -> {
                asked.set(give(guild));
                wire.await(
                        Topic.ECONOMY_COMMANDS.topicName(),
                        CloudEvent.ID,
                        asked.get().id());
                bot.stack().server(victim).kill();
                awaitDeferral(asked.get());
            });
        }
        assertGiven(guild, asked.get());
        bot.stack().server(victim).restart();
    }

    @Test
    void theOtherGatewayAnswersWhatTheKilledOneHadDeferred() {
        Guild guild = bot.control().newGuild("deferred", 3);
        var asked = new AtomicReference<Seen>();
        var victim = new AtomicReference<String>();
        double before = deferred("gateway-1");
        bot.whileSilent("economy", () -> {
            double both = before + deferred("gateway-2");
            asked.set(give(guild));
            awaitDeferral(asked.get());
            await().until(() -> deferred("gateway-1") + deferred("gateway-2") > both);
            victim.set(deferred("gateway-1") > before ? "gateway-1" : "gateway-2");
            bot.stack().server(victim.get()).kill();
        });
        assertGiven(guild, asked.get());
        bot.stack().server(victim.get()).restart();
    }

    @ParameterizedTest
    @ValueSource(strings = {"economy-1", "gateway-1"})
    void whoIsStoppedHandsItsWorkOver(String leaving) {
        var crowd = new Crowd(bot.control(), "hand-over", SEED);
        crowd.act(BEFORE, PACE);
        crowd.settled();
        Server server = bot.stack().server(leaving);
        try {
            crowd.act(BEFORE, PACE);
            var stopped = CompletableFuture.runAsync(server::stop);
            crowd.act(MEANWHILE, PACE);
            stopped.join();
            assertThat(server.process().onExit().join()).isEqualTo(ENDED_BY_SIGTERM);
            List<Told> told = crowd.settled();

            assertThat(told)
                    .as("seed %d", SEED)
                    .hasSize(BEFORE + MEANWHILE)
                    .allMatch(one -> one.seen().isDecided() || one.seen().isFailed());
            Deferrals.assertInTime(told);
            new Reckoning(bot.books(), crowd).check(told);
        } finally {
            server.restart();
        }
    }

    private Seen give(Guild guild) {
        return guild.begin(guild.member(1), "give", Map.of("user", guild.member(2), "amount", 30));
    }

    private void awaitDeferral(Seen asked) {
        await().until(() -> now(asked).state().equals("acknowledged"));
    }

    private double deferred(String gateway) {
        return bot.meters(gateway).sum("mitchbot_gateway_deferred_total", "");
    }

    private void assertGiven(Guild guild, Seen asked) {
        await().atMost(PATIENCE).until(() -> now(asked).isDecided());
        assertThat(now(asked).acknowledgedAfterMs()).isLessThan(3_000);
        assertThat(now(asked).field(0)).isEqualTo("<@" + guild.member(1) + "> has 70 coins");
        assertThat(now(asked).messages()).isEqualTo(1);
        assertThat(bot.books().moved("GIFT")).containsOnlyOnce(asked.id());
    }

    private Seen now(Seen asked) {
        return bot.control().interaction(asked.id(), Duration.ZERO);
    }

    /** What one instance has done: a service's decided messages, the gateway's delivered answers. */
    private record Share(RunningBot bot, String instance, double before) {
        static Share begin(RunningBot bot, String instance) {
            return new Share(bot, instance, done(bot, instance));
        }

        boolean hasGrown() {
            return done(bot, instance) > before;
        }

        private static double done(RunningBot bot, String instance) {
            return instance.startsWith("gateway")
                    ? bot.meters(instance).sum("mitchbot_gateway_replies_total", "outcome=\"delivered\"")
                    : bot.meters(instance).sum("mitchbot_messages_total", "outcome=\"decided\"");
        }
    }
}
