package dev.mitchbot.economy.wording;

/** Amounts as members read them: {@code 1,234 coins}. */
public final class Coins {
    private static final int GROUP = 3;

    private Coins() {}

    public static String of(long amount, String currencyName) {
        return number(amount) + " " + currencyName;
    }

    public static String number(long amount) {
        String digits = Long.toString(amount);
        int firstDigit = amount < 0 ? 1 : 0;
        StringBuilder text = new StringBuilder(digits);
        for (int comma = digits.length() - GROUP; comma > firstDigit; comma -= GROUP) {
            text.insert(comma, ',');
        }
        return text.toString();
    }
}
