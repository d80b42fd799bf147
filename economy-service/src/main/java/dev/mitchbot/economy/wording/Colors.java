package dev.mitchbot.economy.wording;

/** The bar beside a message, by what the message means. */
public final class Colors {
    public static final int NEUTRAL = 0x2b6cb0;
    public static final int FAILURE = 0xe67e22;
    public static final int GAIN = 0x2ecc71;
    public static final int LOSS = 0xe74c3c;

    private Colors() {}
}
