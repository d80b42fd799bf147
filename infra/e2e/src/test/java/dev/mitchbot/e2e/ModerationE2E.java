package dev.mitchbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mitchbot.infra.servers.Server;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** One instance of each service, and bans that last a minute at least: others go on beside it. */
@ExtendWith(SharedBot.class)
@Execution(ExecutionMode.CONCURRENT)
class ModerationE2E {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final RunningBot bot;

    ModerationE2E(RunningBot bot) {
        this.bot = bot;
    }

    @SideBySide
    void liftsATemporaryBanOnceAMinuteLater() {
        Discipline guild = Discipline.in(bot, "tempban", 3);
        String member = guild.member(1);

        Seen banned = guild.act("tempban", member, Map.of("duration", 1, "reason", "cool down"));
        assertThat(banned.text()).contains("gone for 1 min");
        assertThat(guild.isBanned(member)).isTrue();

        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
            assertThat(guild.cases()).contains("2 UNBAN DONE");
            assertThat(guild.lifts()).isEmpty();
        });
        assertThat(guild.isBanned(member)).isFalse();
        assertThat(guild.done(member))
                .satisfiesExactly(
                        ban -> assertThat(ban).startsWith("ban: cool down"),
                        lift -> assertThat(lift).startsWith("unban: Time is up for case #1"));
        assertThat(guild.cases()).containsExactly("1 TEMPBAN DONE", "2 UNBAN DONE");
    }

    @Test
    @ResourceLock(SideBySide.EVERY_PROCESS)
    void liftsOnceWhatBecameDueWhileNobodyWasThere() {
        Discipline guild = Discipline.in(bot, "downtime", 3);
        String member = guild.member(1);
        guild.act("tempban", member, Map.of("duration", 60));

        List<Server> all = bot.all("moderation");
        all.forEach(Server::kill);
        guild.letPass(Duration.ofHours(3));
        all.forEach(Server::restart);

        await().atMost(SOON).until(() -> guild.lifts().isEmpty());
        assertThat(guild.done(member)).hasSize(2).last().asString().startsWith("unban: ");
        assertThat(guild.cases()).containsExactly("1 TEMPBAN DONE", "2 UNBAN DONE");
    }
}
