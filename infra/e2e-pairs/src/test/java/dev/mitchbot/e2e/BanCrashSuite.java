package dev.mitchbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Processes are killed around temporary bans: {@code -Drepetitions=20} does it twenty times to each of {@code -Dvictims=…}. */
@ResourceLock(SideBySide.EVERY_PROCESS)
abstract class BanCrashSuite {
    private static final int BANS = 5;
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(90);
    /** Longer than it takes until nothing that was under way can still arrive. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(2);

    private static final Duration MORE_THAN_ANY_BAN = Duration.ofHours(3);

    /** Where a ban is when the kill comes; they are taken in this order, the briefest last. */
    enum Step {
        BANNED,
        DUE,
        ASKED
    }

    abstract RunningBot bot();

    static Stream<Arguments> kills() {
        return Kills.of("moderation-1+moderation-2,gateway-1,gateway-1+gateway-2");
    }

    @ParameterizedTest(name = "kill -9 {0}, {1}")
    @MethodSource("kills")
    void everyCaseIsOneBanAndOneLift(String names, int time) {
        var victims = Victims.of(bot(), names);
        List<Court> courts = Stream.of(Step.values())
                .map(step -> new Court(
                        step, Discipline.in(bot(), "ban-crash-%s-%s-%d".formatted(names, step, time), BANS + 2)))
                .toList();
        courts.forEach(Court::prepare);
        courts.forEach(Court::takeTheStep);
        victims.kill();
        victims.restart();

        courts.forEach(Court::awaitAnswers);
        await().during(LONG_ENOUGH)
                .atMost(SETTLED_WITHIN)
                .until(() -> courts.stream().allMatch(Court::isSettled));
        courts.forEach(Court::letTheBansPass);
        courts.forEach(court -> court.check(victims));
    }

    /** Some bans that are at the same step when the kill comes. */
    private final class Court {
        private final Step step;
        private final Discipline guild;
        private final List<String> members;
        private List<Seen> asked = List.of();

        Court(Step step, Discipline guild) {
            this.step = step;
            this.guild = guild;
            members = IntStream.rangeClosed(1, BANS).mapToObj(guild::member).toList();
        }

        void prepare() {
            if (step != Step.ASKED) {
                ask();
                await().atMost(SETTLED_WITHIN).until(() -> guild.lifts().size() == BANS);
            }
        }

        void takeTheStep() {
            switch (step) {
                case ASKED -> ask();
                case BANNED -> {}
                case DUE -> letTheBansPass();
            }
        }

        private void ask() {
            asked = members.stream()
                    .map(member ->
                            guild.guild().begin(guild.moderator(), "tempban", Map.of("target", member, "duration", 60)))
                    .toList();
        }

        void awaitAnswers() {
            asked.forEach(one -> await().atMost(SETTLED_WITHIN).until(() -> isOver(one)));
        }

        boolean isSettled() {
            return guild.cases().stream().noneMatch(line -> line.endsWith("REQUESTED"));
        }

        void letTheBansPass() {
            guild.letPass(MORE_THAN_ANY_BAN);
        }

        void check(Victims victims) {
            await().atMost(SETTLED_WITHIN).untilAsserted(() -> {
                assertThat(guild.lifts()).isEmpty();
                assertThat(guild.cases()).noneMatch(line -> line.endsWith("REQUESTED"));
            });
            List<String> banned = members.stream()
                    .filter(member -> !guild.done(member).isEmpty())
                    .toList();
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
            if (step != Step.ASKED || !victims.leaveNobodyOf("gateway")) {
                assertThat(banned).hasSameElementsAs(members);
            }
            if (!victims.leaveNobodyOf("gateway")) {
                assertThat(asked).allMatch(one -> now(one).isDecided());
            }
        }
    }

    /** Answered, or given up by Discord because no gateway was there. */
    private boolean isOver(Seen asked) {
        Seen now = now(asked);
        return now.isDecided() || now.isFailed() || now.isToldThatNothingHappened();
    }

    private Seen now(Seen asked) {
        return bot().control().interaction(asked.id(), Duration.ZERO);
    }
}
