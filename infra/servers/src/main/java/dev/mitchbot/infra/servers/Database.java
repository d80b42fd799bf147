package dev.mitchbot.infra.servers;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** A database with the one role that may enter it. */
public record Database(String name, String owner, String password) {
    private static final int RANDOM_BYTES = 8;

    public Database {
        if (!name.matches("[a-z][a-z0-9_]*") || !owner.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("names of databases and roles are lower-case words: " + name);
        }
    }

    /** A database of its own for one test class: the name begins with the prefix and is used nowhere else. */
    public static Database unique(String prefix) {
        byte[] bytes = new byte[RANDOM_BYTES];
        ThreadLocalRandom.current().nextBytes(bytes);
        String random = HexFormat.of().formatHex(bytes);
        return new Database(prefix + "_" + random, prefix + "_" + random, random);
    }
}
