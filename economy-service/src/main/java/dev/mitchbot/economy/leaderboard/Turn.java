package dev.mitchbot.economy.leaderboard;

import dev.mitchbot.economy.guild.PageKey;
import dev.mitchbot.economy.guild.PageKey.Direction;
import dev.mitchbot.economy.ledger.Standing;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a button of the leaderboard says: on from this wallet, or back from it.
 *
 * @param neighbour the wallet at the edge of the page that is left
 * @param rank the neighbour's
 */
record Turn(Direction direction, Standing neighbour, long rank) {
    private static final String PREFIX = "economy:leaderboard:";
    private static final Pattern PAYLOAD = Pattern.compile("(next|prev):(\\d{1,16}):(\\d{1,19}):(\\d{1,12})");

    static Turn parse(String payload) {
        Matcher parts = PAYLOAD.matcher(payload);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a button of the leaderboard: " + payload);
        }
        return new Turn(
                parts.group(1).equals("next") ? Direction.AFTER : Direction.BEFORE,
                new Standing(Long.parseLong(parts.group(3)), Long.parseLong(parts.group(2))),
                Long.parseLong(parts.group(4)));
    }

    String customId() {
        return PREFIX + (direction == Direction.AFTER ? "next" : "prev") + ":" + neighbour.balance() + ":"
                + neighbour.userId() + ":" + rank;
    }

    PageKey page(long guildId) {
        return new PageKey(guildId, direction, neighbour.balance(), neighbour.userId());
    }
}
