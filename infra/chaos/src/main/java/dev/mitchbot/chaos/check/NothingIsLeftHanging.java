package dev.mitchbot.chaos.check;

import dev.mitchbot.chaos.stage.Readers;
import dev.mitchbot.chaos.stage.Stage;
import java.util.ArrayList;
import java.util.List;

/** No stake is held any more, all was read, and what was handled has been published. */
record NothingIsLeftHanging() implements Check {
    @Override
    public String promise() {
        return "No hold, game, case or lift is left open, nothing is left unread, and nothing handled is left unpublished";
    }

    @Override
    public List<Violation> violations(Evidence evidence) {
        var found = new ArrayList<Violation>();
        Stage.OPEN_ENDS.forEach((service, query) -> evidence.rows(service, query)
                .forEach(row -> found.add(Violation.of(this, "still open in " + service + ": " + row))));
        for (String service : Stage.OPEN_ENDS.keySet()) {
            evidence.rows(service, "select guild_id, message_id, handled_at from inbox where not published")
                    .forEach(row -> found.add(Violation.of(this, "not published by " + service + ": " + row)));
        }
        Readers.lagging(evidence.stage()).forEach(reader -> found.add(Violation.of(this, "not at the end: " + reader)));
        return found;
    }
}
