package dev.mitchbot.games.wording;

import java.util.Locale;

/** Amounts as members read them: {@code 1,234 coins}. */
public final class Coins {
    private Coins() {}

    public static String of(long amount, String currencyName) {
        return number(amount) + " " + currencyName;
    }

    /** An amount of whatever is counted, with thousands apart. */
    public static String number(long amount) {
        return String.format(Locale.ROOT, "%,d", amount);
    }
}
