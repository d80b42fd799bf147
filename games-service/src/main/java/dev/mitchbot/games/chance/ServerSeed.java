package dev.mitchbot.games.chance;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The house's half of the chance: 32 secret bytes, which it has committed itself to by their SHA-256.
 *
 * @param hex the bytes in hexadecimal digits
 */
public record ServerSeed(String hex) {
    private static final int BYTES = 32;
    private static final String HMAC = "HmacSHA256";

    public ServerSeed {
        if (HexFormat.of().parseHex(hex).length != BYTES) {
            throw new IllegalArgumentException("a server seed has " + BYTES + " bytes");
        }
    }

    /** @param random must not be predictable */
    public static ServerSeed from(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new ServerSeed(HexFormat.of().formatHex(bytes));
    }

    /** What may be shown before the seed is used: it tells nothing about the seed, and no other seed has it. */
    public String commitment() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    byte[] hmac(String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(bytes(), HMAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every JDK has " + HMAC, e);
        }
    }

    /** The secret stays out of logs. */
    @Override
    public String toString() {
        return "ServerSeed[sha256=" + commitment() + "]";
    }

    private byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
