package dev.mitchbot.infra.servers;

import java.io.File;
import java.nio.file.Path;
import java.util.List;

/**
 * What a JVM has written down of an earlier run, for later ones to begin with: the classes it loaded and how its methods ran
 * (JEP 483, 514 and 515).
 */
public record AotCache(Path file) {
    /**
     * For a JVM that records what will run for long: the first compiler counts how methods run, and the second, which would
     * work longer than the whole recording for code that soon ends, is left out.
     */
    public static final String COUNTED_AND_NOT_OPTIMIZED = "-XX:TieredStopAtLevel=3";

    /**
     * For a JVM that begins with it. The cache is mapped where it was made to lie: elsewhere every address in it is changed
     * first, and each process has a copy of its own.
     */
    public List<String> arguments() {
        return List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0", "-XX:AOTCache=" + file);
    }

    /** For a JVM that writes it, as it ends; such a JVM ends slowly. */
    public String recordingArgument() {
        return "-XX:AOTCacheOutput=" + file;
    }

    /** Whether there is one that was made from this jar as it is now; a JVM would not use another. */
    public boolean isMadeFrom(Path jar) {
        File made = file.toFile();
        return made.lastModified() > jar.toFile().lastModified();
    }
}
