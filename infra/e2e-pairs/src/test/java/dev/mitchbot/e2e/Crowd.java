package dev.mitchbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mitchbot.e2e.Deed.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Members of several guilds who use the economy without waiting for its answers. */
final class Crowd {
    private static final int GUILDS = 8;
    private static final int MEMBERS = 10;
    private static final int GIFT_MAX = 60;
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(120);
    /** Longer than a gateway goes on trying to publish. */
    private static final Duration CERTAIN_AFTER = Duration.ofSeconds(30);

    private static final List<Kind> HABITS = List.of(
            Kind.GIVE,
            Kind.GIVE,
            Kind.GIVE,
            Kind.GIVE,
            Kind.DAILY,
            Kind.WORK,
            Kind.BALANCE,
            Kind.LEADERBOARD,
            Kind.ECO_ADD,
            Kind.ECO_REMOVE,
            Kind.ECO_BALANCE);

    private final ControlFace control;
    private final List<Guild> guilds;
    private final Random random;
    private final List<Asked> asked = new ArrayList<>();
    private final Set<String> askedEver = new HashSet<>();
    private long quietSince;

    /** An interaction of one of the members. */
    record Asked(Guild guild, Deed deed, String id) {}

    /** How an interaction ended. */
    record Told(Asked asked, Seen seen) {}

    /** @param seed decides what the members do */
    Crowd(ControlFace control, String name, long seed) {
        this.control = control;
        random = new Random(seed);
        guilds = IntStream.range(0, GUILDS)
                .mapToObj(number -> control.newGuild(name + "-" + number, MEMBERS))
                .toList();
    }

    List<Guild> guilds() {
        return guilds;
    }

    Set<String> askedEver() {
        return askedEver;
    }

    /** So many commands, one every so often. */
    void act(int times, Duration pace) {
        long begun = System.nanoTime();
        for (int turn = 0; turn < times; turn++) {
            LockSupport.parkNanos(begun + turn * pace.toNanos() - System.nanoTime());
            Guild guild = guilds.get(random.nextInt(GUILDS));
            Deed deed = anyDeed(guild);
            var one = new Asked(guild, deed, deed.doIn(guild).id());
            asked.add(one);
            askedEver.add(one.id());
        }
        quietSince = System.nanoTime();
    }

    /** How everything ended that was asked for since the last time: decided, refused by the gateway, or missed by it. */
    List<Told> settled() {
        asked.forEach(this::awaitEnd);
        // Read again at the end: an answer that came after a refusal has to be found out.
        List<Told> told = asked.stream().map(this::look).toList();
        asked.clear();
        return told;
    }

    /** What stands there now. */
    List<Told> lookAgain(List<Told> earlier) {
        return earlier.stream().map(Told::asked).map(this::look).toList();
    }

    private Told look(Asked one) {
        return new Told(one, control.interaction(one.id(), Duration.ZERO));
    }

    private void awaitEnd(Asked one) {
        await().pollDelay(Duration.ZERO).atMost(SETTLED_WITHIN).untilAsserted(() -> {
            Seen seen = control.interaction(one.id(), Duration.ZERO);
            assertThat(isOver(seen))
                    .as("end of %s: %s", one.deed(), seen.json())
                    .isTrue();
        });
    }

    private boolean isOver(Seen seen) {
        return seen.isDecided()
                || seen.isToldThatNothingHappened()
                || seen.isFailed()
                || seen.isToldThatNothingIsConfirmed() && System.nanoTime() - quietSince > CERTAIN_AFTER.toNanos();
    }

    private Deed anyDeed(Guild guild) {
        int member = random.nextInt(MEMBERS);
        int other = (member + 1 + random.nextInt(MEMBERS - 1)) % MEMBERS;
        return new Deed(
                HABITS.get(random.nextInt(HABITS.size())),
                guild.member(member),
                guild.member(other),
                1 + random.nextInt(GIFT_MAX));
    }
}
