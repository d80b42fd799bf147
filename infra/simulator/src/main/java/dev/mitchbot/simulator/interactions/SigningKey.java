package dev.mitchbot.simulator.interactions;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.HexFormat;

/** The Ed25519 key with which an application's interactions are signed; a new one with each start. */
public final class SigningKey {
    private static final String ALGORITHM = "Ed25519";
    private static final int RAW_BYTES = 32;

    private final KeyPair pair;

    public SigningKey() {
        try {
            pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** The public key as Discord shows it: its 32 bytes in hexadecimal. */
    public String publicHex() {
        byte[] encoded = pair.getPublic().getEncoded();
        return HexFormat.of().formatHex(encoded, encoded.length - RAW_BYTES, encoded.length);
    }

    String signature(String timestamp, byte[] body) {
        try {
            var signing = Signature.getInstance(ALGORITHM);
            signing.initSign(pair.getPrivate());
            signing.update(timestamp.getBytes(StandardCharsets.US_ASCII));
            signing.update(body);
            return HexFormat.of().formatHex(signing.sign());
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
