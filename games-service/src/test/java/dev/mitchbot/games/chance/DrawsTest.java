package dev.mitchbot.games.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.SplittableRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class DrawsTest {
    private static final String HEX = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    private static final ServerSeed SEED = new ServerSeed(HEX);

    @Test
    void commitsToTheBytesOfTheSeed() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(HexFormat.of().parseHex(HEX));

        assertThat(SEED.commitment()).isEqualTo(HexFormat.of().formatHex(hash));
    }

    @Test
    void readsTheHmacOfClientSeedNonceAndCursorAsNumbersOf32Bits() throws Exception {
        Draws draws = new Draws(SEED, new Ticket(3, "client", 7));

        // of a bound of 2^16 no number is ever skipped, and the remainder is the lower half of the word
        for (int cursor = 0; cursor < 3; cursor++) {
            byte[] block = hmac("client:7:" + cursor);
            for (int word = 0; word < 8; word++) {
                int low = (block[4 * word + 2] & 0xff) << 8 | block[4 * word + 3] & 0xff;
                assertThat(draws.below(1 << 16)).isEqualTo(low);
            }
        }
    }

    @Test
    void skipsWordsThatWouldMakeSomeResultsLikelier() throws Exception {
        int bound = (1 << 30) + 1; // a quarter of all words is skipped: the last incomplete run
        Draws draws = new Draws(SEED, new Ticket(1, "skips", 0));
        long fair = (1L << 32) / bound * bound;
        int skipped = 0;
        for (int cursor = 0; cursor < 50; cursor++) {
            byte[] block = hmac("skips:0:" + cursor);
            for (int word = 0; word < 8; word++) {
                long value =
                        Integer.toUnsignedLong(java.nio.ByteBuffer.wrap(block).getInt(4 * word));
                if (value < fair) {
                    assertThat(draws.below(bound)).isEqualTo((int) (value % bound));
                } else {
                    skipped++;
                }
            }
        }
        assertThat(skipped).isBetween(60, 140);
    }

    @Test
    void dependsOnEveryPartOfTheTicket() {
        int usual = draw(SEED, "client", 0);

        assertThat(draw(SEED, "client", 1)).isNotEqualTo(usual);
        assertThat(draw(SEED, "Client", 0)).isNotEqualTo(usual);
        assertThat(draw(ServerSeed.from(new SplittableRandom(1)), "client", 0)).isNotEqualTo(usual);
    }

    @Test
    void keepsTheSecretOutOfItsText() {
        assertThat(SEED.toString()).doesNotContain(HEX).contains(SEED.commitment());
    }

    @Test
    void refusesABoundThatLeavesNoNumber() {
        assertThatThrownBy(() -> draw(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ServerSeed("00")).isInstanceOf(IllegalArgumentException.class);
    }

    private static int draw(int bound) {
        return new Draws(SEED, new Ticket(1, "client", 0)).below(bound);
    }

    private static int draw(ServerSeed seed, String client, long nonce) {
        return new Draws(seed, new Ticket(1, client, nonce)).below(1 << 30);
    }

    private static byte[] hmac(String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(HexFormat.of().parseHex(HEX), "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
