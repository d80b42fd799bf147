package dev.mitchbot.chaos.check;

import java.util.ArrayList;
import java.util.List;

/** No stake is held any more, and what was handled has been published. */
record NothingIsLeftHanging() implements Check {
    @Override
    public String promise() {
        return "No hold is left, and nothing handled is left unpublished";
    }

    @Override
    public List<Violation> violations(Evidence evidence) {
        var found = new ArrayList<Violation>();
        evidence.rows("select guild_id, game_id, player_id, amount, due_at from holds")
                .forEach(row -> found.add(Violation.of(this, "still held: " + row)));
        evidence.rows("select guild_id, message_id, handled_at from inbox where not published")
                .forEach(row -> found.add(Violation.of(this, "not published: " + row)));
        return found;
    }
}
