package dev.mitchbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Processes are killed around temporary bans: {@code -Drepetitions=20} does it twenty times to each of {@code -Dvictims=…}. */
@ExtendWith(SharedBot.class)
class BanCrashE2E {
    private static final int REPETITIONS = Integer.getInteger("repetitions", 1);
    private static final String VICTIMS = System.getProperty("victims", "moderation-1,gateway-1");
    private static final int BANS = 5;
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(90);
    /** Longer than it takes until nothing that was under way can still arrive. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(2);

    private static final Duration MORE_THAN_ANY_BAN = Duration.ofHours(3);

    private final RunningBot bot;

    /** When the kill comes. */
    enum Step {
        ASKED,
        BANNED,
        DUE
    }

    BanCrashE2E(RunningBot bot) {
        this.bot = bot;
    }

    static Stream<Arguments> kills() {
        return Stream.of(VICTIMS.split(","))
                .flatMap(victim -> Stream.of(Step.values())
                        .flatMap(step -> IntStream.rangeClosed(1, REPETITIONS)
                                .mapToObj(time -> Arguments.of(victim, step, time))));
    }

    @ParameterizedTest(name = "kill -9 {0} at {1}, {2}")
    @MethodSource("kills")
    void everyCaseIsOneBanAndOneLift(String victim, Step step, int time) {
        Discipline guild = Discipline.in(bot, "ban-crash-%s-%s-%d".formatted(victim, step, time), BANS + 2);
        List<String> members =
                IntStream.rangeClosed(1, BANS).mapToObj(guild::member).toList();

        List<Seen> asked = members.stream()
                .map(member ->
                        guild.guild().begin(guild.moderator(), "tempban", Map.of("target", member, "duration", 60)))
                .toList();
        if (step != Step.ASKED) {
            await().atMost(SETTLED_WITHIN).until(() -> guild.lifts().size() == BANS);
        }
        if (step == Step.DUE) {
            guild.letPass(MORE_THAN_ANY_BAN);
        }
        bot.stack().server(victim).kill();
        bot.stack().server(victim).restart();
        asked.forEach(one -> await().atMost(SETTLED_WITHIN).until(() -> isOver(one)));
        await().during(LONG_ENOUGH)
                .atMost(SETTLED_WITHIN)
                .until(() -> guild.cases().stream().noneMatch(line -> line.endsWith("REQUESTED")));
        guild.letPass(MORE_THAN_ANY_BAN);

        await().atMost(SETTLED_WITHIN).untilAsserted(() -> {
            assertThat(guild.lifts()).isEmpty();
            assertThat(guild.cases()).noneMatch(line -> line.endsWith("REQUESTED"));
        });
        List<String> banned =
                members.stream().filter(member -> !guild.done(member).isEmpty()).toList();
        for (String member : banned) {
            assertThat(guild.isBanned(member)).isFalse();
            assertThat(guild.done(member))
                    .satisfiesExactly(
                            ban -> assertThat(ban).startsWith("ban: "),
                            lift -> assertThat(lift).startsWith("unban: "));
        }
        assertThat(guild.cases())
                .filteredOn(line -> line.endsWith("TEMPBAN DONE"))
                .hasSameSizeAs(banned);
        assertThat(guild.cases())
                .filteredOn(line -> line.endsWith("UNBAN DONE"))
                .hasSameSizeAs(banned);
        assertThat(guild.cases()).hasSize(2 * banned.size());
        if (step != Step.ASKED || !victim.startsWith("gateway")) {
            assertThat(banned).hasSameElementsAs(members);
        }
    }

    /** Answered, or given up by Discord because the only gateway was dead. */
    private boolean isOver(Seen asked) {
        Seen now = bot.control().interaction(asked.id(), Duration.ZERO);
        return now.isDecided() || now.isFailed() || now.isToldThatNothingHappened();
    }
}
