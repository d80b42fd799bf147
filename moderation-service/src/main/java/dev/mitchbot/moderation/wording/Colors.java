package dev.mitchbot.moderation.wording;

/** The bar beside a message, by what the message means. */
public final class Colors {
    public static final int MODERATION = 0x5865f2;
    public static final int WARNING = 0xff9900;
    public static final int FAILURE = 0xe67e22;
    public static final int PENDING = 0xf39c12;

    private Colors() {}
}
