package dev.mitchbot.infra.servers;

import java.io.RandomAccessFile;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel.MapMode;

/** A program with threads that never rest: each counts in its own place of the file that the argument names. */
final class Counting {
    static final int THREADS = 4;

    private Counting() {}

    static void main(String[] arguments) throws Exception {
        try (var file = new RandomAccessFile(arguments[0], "rw")) {
            LongBuffer counts = file.getChannel()
                    .map(MapMode.READ_WRITE, 0, (long) THREADS * Long.BYTES)
                    .asLongBuffer();
            for (int i = 0; i < THREADS; i++) {
                int place = i;
                Thread.ofPlatform().start(() -> count(counts, place));
            }
        }
    }

    private static void count(LongBuffer counts, int place) {
        for (long count = 1; ; count++) {
            counts.put(place, count);
        }
    }
}
