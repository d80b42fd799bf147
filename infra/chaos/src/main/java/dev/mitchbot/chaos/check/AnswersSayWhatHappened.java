package dev.mitchbot.chaos.check;

import dev.mitchbot.chaos.load.Act;
import dev.mitchbot.chaos.load.Deed;
import dev.mitchbot.chaos.load.Fate;
import java.util.ArrayList;
import java.util.List;

/** However often a gift was handled, its answer shows the balances that the ledger had right after it. */
record AnswersSayWhatHappened() implements Check {
    @Override
    public String promise() {
        return "The answer to a gift shows the balances right after it, as the ledger has them";
    }

    @Override
    public List<Violation> violations(Evidence evidence) {
        var found = new ArrayList<Violation>();
        for (Deed deed : evidence.deeds()) {
            List<Movement> movements = evidence.movementsOf(deed);
            if (deed.act() == Act.GIVE && deed.seen().fate() == Fate.DECIDED && movements.size() == 1) {
                List<String> truth = List.of(
                        holding(deed.actor(), movements.getFirst()), holding(deed.other(), movements.getFirst()));
                if (!deed.seen().fields().equals(truth)) {
                    found.add(Violation.of(this, deed, "the ledger says " + truth));
                }
            }
        }
        return found;
    }

    private static String holding(String member, Movement movement) {
        return "<@%s> has %,d coins".formatted(member, movement.balanceAfter(member));
    }
}
