package dev.mitchbot.chaos.check;

import dev.mitchbot.chaos.load.Change;
import dev.mitchbot.chaos.load.Deed;
import java.time.Instant;
import java.util.Optional;

/**
 * A promise that was not kept.
 *
 * @param deed the interaction it is about, where it is about one
 * @param at when it began, where that is known
 * @param what in words, with the rows concerned
 */
public record Violation(String check, Optional<Deed> deed, Optional<Instant> at, String what) {
    static Violation of(Check check, String what) {
        return new Violation(check.promise(), Optional.empty(), Optional.empty(), what);
    }

    static Violation of(Check check, Deed deed, String what) {
        return new Violation(check.promise(), Optional.of(deed), Optional.of(deed.at()), what);
    }

    static Violation of(Check check, Change change, String what) {
        return new Violation(check.promise(), Optional.empty(), Optional.of(change.at()), what + ": " + change);
    }
}
