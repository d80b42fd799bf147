package dev.mitchbot.infra.servers;

import java.util.List;

/** What the JVMs of servers are started with. */
public final class JvmOptions {
    /** A heap without regions, which rests on less memory. */
    public static final String FOR_A_SMALL_HEAP = "-XX:+UseSerialGC";

    /**
     * For a JVM that soon ends or has little to do: without the second compiler, which works long for what pays off later,
     * but with its room for compiled code.
     */
    public static final List<String> WITHOUT_SECOND_COMPILER =
            List.of(FOR_A_SMALL_HEAP, "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=240m");

    /**
     * For a JVM that keeps much and that all others wait for: what is old is collected beside the work, not while all
     * stands still, half a second for each hundred megabytes. Stands instead of {@link #FOR_A_SMALL_HEAP} before it.
     */
    public static final List<String> WITH_SHORT_PAUSES =
            List.of("-XX:-UseSerialGC", "-XX:+UseG1GC", "-XX:MaxGCPauseMillis=50");

    private JvmOptions() {}
}
