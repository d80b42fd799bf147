package dev.mitchbot.infra.deployment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;

/** Tests that need what not every machine has. */
final class Skipping {
    private Skipping() {}

    /** Skips the test where a program is missing, and says so in the build's output. */
    static void without(String program) {
        unless(
                Arrays.stream(System.getenv("PATH").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))),
                program + " is missing");
    }

    static void unless(boolean possible, String reason) {
        if (!possible) {
            System.out.println("Skipped: " + reason + ".");
        }
        Assumptions.assumeTrue(possible, reason);
    }
}
