package dev.mitchbot.dashboard.login;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The token that each form carries, by which it is known to come from a page of the same session. */
@Singleton
public final class FormTokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "form of session ";

    private final SecretKeySpec key;

    /** The secret is the same for all instances, so that a form may be sent to another one than it came from. */
    FormTokens(@ConfigProperty(name = "quarkus.oidc.credentials.secret") String secret) {
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    public String of(Visitor visitor) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of()
                    .formatHex(mac.doFinal((PURPOSE + visitor.session()).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean fits(Visitor visitor, String given) {
        return given != null
                && MessageDigest.isEqual(
                        of(visitor).getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
