package dev.mitchbot.e2e;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a member asked for.
 *
 * @param other the member whom it concerns besides
 */
record Deed(Kind kind, String member, String other, long amount) {
    private static final Pattern COINS = Pattern.compile("\\*\\*([\\d,]+) coins\\*\\*");

    enum Kind {
        GIVE("GIFT"),
        DAILY("DAILY"),
        WORK("WORK"),
        ECO_ADD("ADMIN_ADD"),
        ECO_REMOVE("ADMIN_REMOVE"),
        ECO_BALANCE(),
        BALANCE(),
        LEADERBOARD();

        private final Optional<String> reason;

        Kind() {
            reason = Optional.empty();
        }

        Kind(String reason) {
            this.reason = Optional.of(reason);
        }

        /** What the journal calls it, if it moves coins. */
        Optional<String> reason() {
            return reason;
        }
    }

    /** What each wallet gains by it if what the member was told is true. */
    Map<String, Long> changes(Seen told) {
        return switch (kind) {
            case GIVE -> Map.of(member, -amount, other, amount);
            case DAILY, WORK -> Map.of(member, coinsIn(told.text()));
            case ECO_ADD -> Map.of(other, amount);
            case ECO_REMOVE -> Map.of(other, -amount);
            case ECO_BALANCE, BALANCE, LEADERBOARD -> Map.of();
        };
    }

    Seen doIn(Guild guild) {
        return switch (kind) {
            case GIVE -> guild.begin(member, "give", Map.of("user", other, "amount", amount));
            case DAILY -> guild.begin(member, "daily", Map.of());
            case WORK -> guild.begin(member, "work", Map.of());
            case ECO_ADD -> guild.beginEco("add", Map.of("user", other, "amount", amount));
            case ECO_REMOVE -> guild.beginEco("remove", Map.of("user", other, "amount", amount));
            case ECO_BALANCE -> guild.beginEco("balance", Map.of("user", other));
            case BALANCE -> guild.begin(member, "balance", Map.of("user", other));
            case LEADERBOARD -> guild.begin(member, "leaderboard", Map.of());
        };
    }

    private static long coinsIn(String text) {
        var coins = COINS.matcher(text);
        if (!coins.find()) {
            throw new AssertionError("no coins in: " + text);
        }
        return Long.parseLong(coins.group(1).replace(",", ""));
    }
}
