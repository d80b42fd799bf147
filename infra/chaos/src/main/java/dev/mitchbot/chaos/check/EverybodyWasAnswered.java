package dev.mitchbot.chaos.check;

import dev.mitchbot.chaos.load.Deed;
import dev.mitchbot.chaos.load.Fate;
import dev.mitchbot.chaos.stage.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Discord's own "did not respond" is only for those who acted while neither gateway could work. */
record EverybodyWasAnswered() implements Check {
    private static final Duration BEFORE = Duration.ofMillis(500);
    private static final Duration DISCORDS_PATIENCE = Duration.ofSeconds(3);

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
                if (aGatewayWorked(evidence, deed.at())) {
                    found.add(Violation.of(this, deed, "no response although a gateway worked"));
                }
            } else if (deed.seen().messages() != 1) {
                found.add(Violation.of(this, deed, deed.seen().messages() + " answers"));
            }
        }
        return found;
    }

    private static boolean aGatewayWorked(Evidence evidence, Instant at) {
        return Stage.GATEWAYS.stream()
                .anyMatch(gateway -> evidence.timeline().worked(gateway, at.minus(BEFORE), at.plus(DISCORDS_PATIENCE)));
    }
}
