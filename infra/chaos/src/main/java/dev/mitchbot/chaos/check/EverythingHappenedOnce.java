package dev.mitchbot.chaos.check;

import dev.mitchbot.chaos.load.Deed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a member was told is what the ledger has: once, or not at all. */
record EverythingHappenedOnce() implements Check {
    /** What the games ask for: {@link GamesEndedOnce} looks at that. */
    private static final Set<String> NOT_OF_MEMBERS =
            Set.of("STAKE_HELD", "STAKE_SETTLED", "STAKE_RELEASED", "STAKE_EXPIRED", "STAKE_PLAYED");

    @Override
    public String promise() {
        return "Every effect happened exactly once, or not at all where the member was told so";
    }

    @Override
    public List<Violation> violations(Evidence evidence) {
        var found = new ArrayList<Violation>();
        for (Deed deed : evidence.deeds()) {
            List<Movement> movements = evidence.movementsOf(deed);
            if (movements.size() > 1) {
                found.add(Violation.of(this, deed, "happened " + movements.size() + " times: " + movements));
            } else {
                judge(deed, movements, found);
            }
        }
        Set<String> asked = evidence.deeds().stream().map(Deed::id).collect(Collectors.toSet());
        evidence.movements()
                .values()
                .forEach(movements -> movements.stream()
                        .filter(movement ->
                                !asked.contains(movement.cause()) && !NOT_OF_MEMBERS.contains(movement.reason()))
                        .forEach(movement -> found.add(Violation.of(this, "nobody asked for " + movement))));
        return found;
    }

    private void judge(Deed deed, List<Movement> movements, List<Violation> found) {
        boolean happened = !movements.isEmpty();
        switch (deed.seen().fate()) {
            case DECIDED -> {
                if (happened != moves(deed)) {
                    found.add(Violation.of(this, deed, happened ? "moved " + movements : "moved nothing"));
                } else if (happened && !isWhatWasAsked(deed, movements.getFirst())) {
                    found.add(Violation.of(this, deed, "did something else: " + movements));
                }
            }
            case REFUSED, TOLD_THAT_NOTHING_HAPPENED, NOT_CONFIRMED, BROKEN -> {
                if (happened) {
                    found.add(Violation.of(this, deed, "happened all the same: " + movements));
                }
            }
            case NO_RESPONSE, UNANSWERED -> {}
        }
    }

    private static boolean moves(Deed deed) {
        return switch (deed.act()) {
            case GIVE, DAILY, WORK, ECO_ADD, ECO_REMOVE -> true;
            case ECO_SET -> !deed.seen().text().contains("**0 ");
            case GIVE_TO_ONESELF, GIVE_TOO_MUCH, BALANCE, LEADERBOARD, TURN_PAGE, COINFLIP, BLACKJACK, MOVE, TEMPBAN ->
                false;
        };
    }

    private static boolean isWhatWasAsked(Deed deed, Movement movement) {
        return switch (deed.act()) {
            case GIVE -> movement.moves(deed.actor(), -deed.amount()) && movement.moves(deed.other(), deed.amount());
            case ECO_ADD -> movement.moves(deed.other(), deed.amount());
            case ECO_REMOVE -> movement.moves(deed.other(), -deed.amount());
            case ECO_SET -> movement.touches(deed.other()) && movement.balanceAfter(deed.other()) == deed.amount();
            case DAILY, WORK -> movement.touches(deed.actor());
            default -> false;
        };
    }
}
