package dev.mitchbot.chaos.load;

import dev.mitchbot.chaos.plan.Plan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** An endless sequence of decisions; the same seed makes the same one. */
final class Decisions {
    private static final int AMOUNT_MAX = 60;
    private static final int SET_MAX = 1_000;
    private static final long MORE_THAN_ANYBODY_HAS = 1_000_000_000_000L;

    private final Random random;
    private final List<Act> shares = new ArrayList<>();

    Decisions(long seed) {
        random = new Random(seed);
        for (Act act : Act.values()) {
            shares.addAll(Collections.nCopies(act.share(), act));
        }
    }

    Decision next() {
        Act act = shares.get(random.nextInt(shares.size()));
        int guild = random.nextInt(Plan.GUILDS);
        int actor = random.nextInt(Guild.MEMBERS);
        int distance = 1 + random.nextInt(Guild.MEMBERS - 1);
        int other = act == Act.GIVE_TO_ONESELF ? actor : (actor + distance) % Guild.MEMBERS;
        long amount = 1 + random.nextInt(act == Act.ECO_SET ? SET_MAX : AMOUNT_MAX);
        return new Decision(
                act,
                guild,
                act.byOwner() ? 0 : actor,
                other,
                act == Act.GIVE_TOO_MUCH ? MORE_THAN_ANYBODY_HAS + amount : amount);
    }
}
