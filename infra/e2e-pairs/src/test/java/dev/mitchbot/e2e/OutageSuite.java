package dev.mitchbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mitchbot.infra.servers.Server;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What a member sees while services are away. */
@ResourceLock(SideBySide.EVERY_PROCESS)
abstract class OutageSuite {
    private static final long DISCORD_FORGETS_AFTER_MS = 3_000;
    private static final Duration BACK_WITHIN = Duration.ofSeconds(60);

    abstract RunningBot bot();

    @AfterEach
    void theBooksAreRight() {
        assertThat(bot().books().faults()).isEmpty();
    }

    @Test
    void defersInTimeWhileTheEconomyIsDownAndAnswersWhenItIsBack() {
        Guild guild = bot().control().newGuild("economy down", 3);
        List<Server> economies = bot().all("economy");
        economies.forEach(Server::kill);
        Seen asked = guild.begin(guild.member(1), "give", Map.of("user", guild.member(2), "amount", 30));
        awaitDeferral(asked);
        AtOnce.each(economies, Server::restart);
        assertGiven(guild, asked);
    }

    @Test
    void answersWhatTheGatewaysHadDeferredBeforeTheyWereKilled() {
        Guild guild = bot().control().newGuild("gateways down", 3);
        var asked = new AtomicReference<Seen>();
        bot().whileSilent("economy", () -> {
            asked.set(guild.begin(guild.member(1), "give", Map.of("user", guild.member(2), "amount", 30)));
            awaitDeferral(asked.get());
            bot().all("gateway").forEach(Server::kill);
        });
        AtOnce.each(bot().all("gateway"), Server::restart);
        assertGiven(guild, asked.get());
    }

    @Test
    void saysAtOnceThatNothingHappenedWhileTheBrokerIsDown() {
        Guild guild = bot().control().newGuild("broker down", 3);
        Server kafka = bot().stack().server("kafka");
        kafka.kill();
        await().atMost(BACK_WITHIN).until(() -> guild.balance(guild.member(1)).isToldThatNothingHappened());
        Seen refused = guild.give(guild.member(1), guild.member(2), 30);
        kafka.restart();

        assertThat(refused.isToldThatNothingHappened()).isTrue();
        assertThat(refused.acknowledgedAfterMs()).isLessThan(DISCORD_FORGETS_AFTER_MS);
        await().atMost(BACK_WITHIN).until(() -> guild.balance(guild.member(1)).isDecided());
        assertThat(bot().books().entries(guild.id())).isEmpty();
    }

    private void awaitDeferral(Seen asked) {
        await().until(() -> now(asked).state().equals("acknowledged"));
        assertThat(now(asked).acknowledgedAfterMs()).isLessThan(DISCORD_FORGETS_AFTER_MS);
        assertThat(now(asked).messages()).isZero();
    }

    private void assertGiven(Guild guild, Seen asked) {
        await().atMost(BACK_WITHIN).until(() -> now(asked).isDecided());
        assertThat(now(asked).field(0)).isEqualTo("<@" + guild.member(1) + "> has 70 coins");
        assertThat(now(asked).messages()).isEqualTo(1);
        assertThat(bot().books().moved("GIFT")).containsOnlyOnce(asked.id());
    }

    private Seen now(Seen asked) {
        return bot().control().interaction(asked.id(), Duration.ZERO);
    }
}
