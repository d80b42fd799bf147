package dev.mitchbot.chaos.check;

import java.util.Arrays;
import java.util.List;

/**
 * A movement as it stands in the ledger.
 *
 * @param cause the message that caused it: an interaction's id
 */
record Movement(String guildId, String cause, String reason, List<Leg> legs) {
    /** One entry of it. */
    record Leg(String account, long amount, long balanceAfter) {}

    Movement {
        legs = List.copyOf(legs);
    }

    /** @param legs as account:amount:balance with commas between them */
    static Movement of(String guildId, String cause, String reason, String legs) {
        return new Movement(
                guildId,
                cause,
                reason,
                Arrays.stream(legs.split(","))
                        .map(leg -> leg.split(":"))
                        .map(leg -> new Leg(leg[0], Long.parseLong(leg[1]), Long.parseLong(leg[2])))
                        .toList());
    }

    boolean moves(String account, long amount) {
        return legs.stream().anyMatch(leg -> leg.account().equals(account) && leg.amount() == amount);
    }

    boolean touches(String account) {
        return legs.stream().anyMatch(leg -> leg.account().equals(account));
    }

    long balanceAfter(String account) {
        return legs.stream()
                .filter(leg -> leg.account().equals(account))
                .findFirst()
                .orElseThrow()
                .balanceAfter();
    }
}
