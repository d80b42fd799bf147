package dev.mitchbot.economy.ledger;

import java.util.Optional;

/**
 * What made money move.
 *
 * @param messageId the message that was decided
 * @param actorId who ordered it, where that is not the owner of a wallet in it
 * @param note an administrator's reason, or the kind of game
 */
public record Cause(String messageId, Reason reason, Optional<Long> actorId, Optional<String> note) {
    public static Cause of(String messageId, Reason reason) {
        return new Cause(messageId, reason, Optional.empty(), Optional.empty());
    }

    public Cause by(long actor) {
        return new Cause(messageId, reason, Optional.of(actor), note);
    }

    public Cause noting(String text) {
        return new Cause(messageId, reason, actorId, Optional.of(text));
    }

    Cause opening() {
        return of(messageId, Reason.OPENING);
    }
}
