package dev.mitchbot.chaos.check;

import dev.mitchbot.chaos.load.Deed;
import dev.mitchbot.chaos.load.Fate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Discord's own "did not respond" is only for those who acted while neither gateway could work. */
record EverybodyWasAnswered() implements Check {
    /** What a gateway has done for longer than this, no other one does again. */
    private static final Duration UNTIL_COMMITTED = Duration.ofSeconds(1);

    /** What the longest freeze of the broker has held back gets through within this. */
    private static final Duration UNTIL_PUBLISHED = Duration.ofMinutes(1);

    @Override
    public String promise() {
        return "Every interaction has exactly one answer, unless both gateways were down when it was made";
    }

    @Override
    public List<Violation> violations(Evidence evidence) {
        var found = new ArrayList<Violation>();
        for (Deed deed : evidence.deeds()) {
            if (deed.seen().fate() == Fate.UNANSWERED) {
                found.add(Violation.of(this, deed, "never answered"));
            } else if (deed.seen().fate() == Fate.NO_RESPONSE) {
                if (evidence.stage().couldBeAnswered(deed.at())) {
                    found.add(Violation.of(this, deed, "no response although a gateway worked"));
                }
            } else if (deed.seen().messages() != 1
                    && !hasATableAndItsEnd(deed)
                    && !isToldAgain(deed, evidence)
                    && !isDoubtedByTheDead(deed, evidence)) {
                found.add(Violation.of(this, deed, deed.seen().messages() + " answers"));
            }
        }
        return found;
    }

    /**
     * Where all see "thinking", a refusal takes its place in two calls. Nobody can ask Discord whether a gateway that died
     * then had made the second: another one makes it again.
     */
    private static boolean isToldAgain(Deed deed, Evidence evidence) {
        return deed.seen().fate() == Fate.REFUSED
                && deed.seen().messages() == 2
                && deed.seen().repeated()
                && evidence.stage().changedAGateway(deed.at(), deed.answeredAt().plus(UNTIL_COMMITTED));
    }

    /**
     * Only the gateway that said it knows the id of the word "not confirmed" beside a clicked message: when it is killed
     * before the result comes, nobody can withdraw it.
     */
    private static boolean isDoubtedByTheDead(Deed deed, Evidence evidence) {
        return deed.act().isClick()
                && deed.seen().messages() == 2
                && deed.seen().doubted()
                && evidence.stage()
                        .killedAGateway(deed.answeredAt(), deed.answeredAt().plus(UNTIL_PUBLISHED));
    }

    /** A table that stands in the place of a notice cannot be changed by itself: how it ended stands beside it. */
    private static boolean hasATableAndItsEnd(Deed deed) {
        return deed.act().isPlay()
                && deed.seen().messages() == 2
                && !deed.seen().repeated();
    }
}
