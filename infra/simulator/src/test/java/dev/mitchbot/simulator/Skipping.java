package dev.mitchbot.simulator;

import org.junit.jupiter.api.Assumptions;

/** Tests that need what not every machine has. */
final class Skipping {
    private Skipping() {}

    /** Skips the test where it cannot run, and says so in the build's output. */
    static void unless(boolean possible, String reason) {
        if (!possible) {
            System.out.println("Skipped: " + reason + ".");
        }
        Assumptions.assumeTrue(possible, reason);
    }
}
