import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Draws a game of Mitchbot again, without Mitchbot: needs nothing but a JDK and what /fairness shows.
 *
 * <pre>
 * java Verify.java coinflip SERVER-SEED CLIENT-SEED NONCE
 * java Verify.java blackjack SERVER-SEED CLIENT-SEED NONCE
 * </pre>
 *
 * The first line is the SHA-256 that has to be the one shown before the game. Then come the coin, or the whole shoe: its
 * 1st and 3rd card were the player's, the 2nd and 4th the dealer's, and the others came in this order, first to the player
 * and then to the dealer.
 */
public final class Verify {
    private final byte[] serverSeed;
    private final String prefix;
    private ByteBuffer block = ByteBuffer.allocate(0);
    private int cursor;

    private Verify(byte[] serverSeed, String clientSeed, long nonce) {
        this.serverSeed = serverSeed;
        this.prefix = clientSeed + ":" + nonce + ":";
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 4) {
            System.err.println("usage: java Verify.java coinflip|blackjack SERVER-SEED CLIENT-SEED NONCE");
            System.exit(2);
        }
        byte[] serverSeed = HexFormat.of().parseHex(arguments[1]);
        System.out.println(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(serverSeed)));
        Verify draws = new Verify(serverSeed, arguments[2], Long.parseLong(arguments[3]));
        System.out.println(
                switch (arguments[0]) {
                    case "coinflip" -> draws.below(2) == 0 ? "heads" : "tails";
                    case "blackjack" -> String.join(" ", draws.shoe());
                    default -> throw new IllegalArgumentException("no such game: " + arguments[0]);
                });
    }

    private List<String> shoe() throws Exception {
        List<String> cards = new ArrayList<>();
        for (String suit : List.of("C", "D", "H", "S")) {
            for (String rank : List.of("2", "3", "4", "5", "6", "7", "8", "9", "10", "J", "Q", "K", "A")) {
                cards.add(rank + suit);
            }
        }
        for (int last = 51; last > 0; last--) {
            Collections.swap(cards, last, below(last + 1));
        }
        return cards;
    }

    /** A number from 0 to below the bound; a word that would make small numbers likelier is skipped. */
    private int below(int bound) throws Exception {
        long fair = (1L << 32) / bound * bound;
        long word;
        do {
            word = word();
        } while (word >= fair);
        return (int) (word % bound);
    }

    /** The next 32 bits of HMAC-SHA256(server seed, "client seed:nonce:cursor"), cursor 0, 1, 2, … */
    private long word() throws Exception {
        if (!block.hasRemaining()) {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(serverSeed, "HmacSHA256"));
            block = ByteBuffer.wrap(mac.doFinal((prefix + cursor++).getBytes(StandardCharsets.UTF_8)));
        }
        return Integer.toUnsignedLong(block.getInt());
    }
}
