package dev.mitchbot.dashboard.pages;

import java.util.Locale;

/** How pages write amounts. */
public final class Coins {
    private Coins() {}

    public static String shown(long coins) {
        return String.format(Locale.UK, "%,d", coins).replace('-', '−');
    }
}
