package dev.mitchbot.games.chance;

import java.nio.ByteBuffer;

/**
 * One game's chance: the bytes of {@code HMAC-SHA256(server seed, "client seed:nonce:cursor")} for cursor 0, 1, 2, …, read
 * as unsigned big-endian numbers of 32 bits. A number that would make some results likelier than others is skipped.
 */
public final class Draws implements Randomness {
    private static final long WORDS = 1L << Integer.SIZE;

    private final ServerSeed seed;
    private final String prefix;
    private ByteBuffer block = ByteBuffer.allocate(0);
    private long cursor;

    public Draws(ServerSeed seed, Ticket ticket) {
        this.seed = seed;
        this.prefix = ticket.clientSeed() + ":" + ticket.nonce() + ":";
    }

    @Override
    public int below(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("nothing lies below " + bound);
        }
        long fair = WORDS - WORDS % bound;
        long word = next();
        while (word >= fair) {
            word = next();
        }
        return (int) (word % bound);
    }

    private long next() {
        if (!block.hasRemaining()) {
            block = ByteBuffer.wrap(seed.hmac(prefix + cursor++));
        }
        return Integer.toUnsignedLong(block.getInt());
    }
}
