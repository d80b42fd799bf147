package dev.mitchbot.simulator;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;

/** Tests that need what not every machine has. */
public final class Skipping {
    private Skipping() {}

    /** Skips the test where a program is missing, and says so in the build's output. */
    public static void without(String program) {
        unless(isInstalled(program), program + " is missing");
    }

    /** Skips the test where it cannot run, and says so in the build's output. */
    public static void unless(boolean possible, String reason) {
        if (!possible) {
            System.out.println("Skipped: " + reason + ".");
        }
        Assumptions.assumeTrue(possible, reason);
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
