package dev.mitchbot.messaging.rest;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/** The place in a list after which a page begins: the sort key of the row before it. Opaque to callers. */
public record Cursor(long... key) {
    public static final String FORM = "must be a page's `next`, unchanged";

    public Cursor {
        key = key.clone();
    }

    /**
     * The cursor that a caller gave back.
     *
     * @param length how many numbers the list is sorted by
     * @throws IllegalArgumentException where it is none of ours
     */
    public static Cursor decode(String text, int length) {
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        if (bytes.length != length * Long.BYTES) {
            throw new IllegalArgumentException("not a cursor");
        }
        long[] key = new long[length];
        ByteBuffer.wrap(bytes).asLongBuffer().get(key);
        return new Cursor(key);
    }

    String encoded() {
        var buffer = ByteBuffer.allocate(key.length * Long.BYTES);
        Arrays.stream(key).forEach(buffer::putLong);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(buffer.array());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cursor cursor && Arrays.equals(key, cursor.key);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }
}
