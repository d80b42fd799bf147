package dev.mitchbot.chaos.check;

import dev.mitchbot.chaos.load.Deed;
import java.util.Optional;

/**
 * A promise that was not kept.
 *
 * @param deed the interaction it is about, where it is about one
 * @param what in words, with the rows concerned
 */
public record Violation(String check, Optional<Deed> deed, String what) {
    static Violation of(Check check, String what) {
        return new Violation(check.promise(), Optional.empty(), what);
    }

    static Violation of(Check check, Deed deed, String what) {
        return new Violation(check.promise(), Optional.of(deed), what);
    }
}
