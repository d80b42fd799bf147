package dev.mitchbot.games.wording;

/** The bar beside a message, by what the message means. */
public final class Colors {
    public static final int NEUTRAL = 0x2b6cb0;
    public static final int REFUSAL = 0xe67e22;
    public static final int WIN = 0x2ecc71;
    public static final int LOSS = 0xe74c3c;
    public static final int PENDING = 0xf39c12;
    public static final int EVEN = 0x95a5a6;

    private Colors() {}

    /** The colour of a game that is over. */
    public static int of(long stake, long payout) {
        if (payout == stake) {
            return EVEN;
        }
        return payout > stake ? WIN : LOSS;
    }
}
