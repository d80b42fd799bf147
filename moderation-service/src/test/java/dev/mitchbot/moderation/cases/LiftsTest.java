package dev.mitchbot.moderation.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiftsTest {
    private static final long USER = 5;

    private final Lifts lifts = new Lifts(List.of(lift(1)));

    @Test
    void waitWhileALaterActionIsWithDiscord() {
        lifts.hold(USER, 2);

        assertThat(lifts.find(1).orElseThrow().heldBy()).contains(2L);
    }

    @Test
    void areOffOnceTheLaterActionIsDone() {
        lifts.hold(USER, 2);
        lifts.supersede(USER, 2);

        assertThat(lifts.find(1)).isEmpty();
        assertThat(lifts.removed()).containsExactly(1L);
        assertThat(lifts.changed()).isEmpty();
    }

    @Test
    void areOnAgainOnceTheLaterActionIsRefused() {
        lifts.hold(USER, 2);
        lifts.plan(lift(2));
        lifts.release(2, Optional.empty());

        assertThat(lifts.find(1).orElseThrow().heldBy()).isEmpty();
        assertThat(lifts.find(2)).isEmpty();
    }

    @Test
    void areHeldByTheEarlierOfTwoLaterActionsOnceTheLaterIsRefused() {
        lifts.hold(USER, 2);
        lifts.hold(USER, 3);
        lifts.release(3, Optional.of(2L));

        assertThat(lifts.find(1).orElseThrow().heldBy()).contains(2L);
    }

    @Test
    void stayOffWhenOfTwoLaterActionsTheFirstIsDone() {
        lifts.hold(USER, 2);
        lifts.plan(lift(2));
        lifts.hold(USER, 3);
        lifts.supersede(USER, 2);
        lifts.release(3, Optional.empty());

        assertThat(lifts.find(1)).isEmpty();
        assertThat(lifts.find(2).orElseThrow().heldBy()).isEmpty();
    }

    @Test
    void countTheirTimeFromWhenDiscordHasBanned() {
        Instant asked = Instant.parse("2026-11-27T12:00:00Z");
        lifts.plan(Lift.of(2, USER, 9, asked.plusSeconds(60)));

        assertThat(lifts.find(2).orElseThrow().heldBy()).contains(2L);

        lifts.begin(2, asked.plusSeconds(75));

        assertThat(lifts.find(2).orElseThrow().heldBy()).isEmpty();
        assertThat(lifts.find(2).orElseThrow().dueAt()).isEqualTo(asked.plusSeconds(75));
    }

    @Test
    void stayHeldByALaterActionWhenTheirOwnBanIsDone() {
        Instant end = Instant.parse("2026-11-27T12:01:00Z");
        lifts.plan(Lift.of(2, USER, 9, end));
        lifts.hold(USER, 3);

        lifts.begin(2, end);

        assertThat(lifts.find(2).orElseThrow().heldBy()).contains(3L);
    }

    @Test
    void ofOthersAreLeftAlone() {
        lifts.hold(USER + 1, 2);
        lifts.supersede(USER + 1, 2);

        assertThat(lifts.find(1).orElseThrow().heldBy()).isEmpty();
    }

    private static Lift lift(long number) {
        return new Lift(number, USER, 9, Instant.EPOCH, Optional.empty(), 0, Optional.empty());
    }
}
