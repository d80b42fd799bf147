package dev.mitchbot.gateway.broker;

import java.util.OptionalLong;
import java.util.TreeSet;

/** How far one partition is handled: records finish in any order, an offset is committed when all before it are done. */
final class PartitionProgress {
    private final TreeSet<Long> open = new TreeSet<>();
    private long next = -1;
    private long committed = -1;

    synchronized void begun(long offset) {
        open.add(offset);
        next = offset + 1;
        if (offset < committed) {
            committed = -1; // the log has lost its end
        }
    }

    synchronized void done(long offset) {
        open.remove(offset);
    }

    /** The offset to commit, where there is a new one. */
    synchronized OptionalLong toCommit() {
        long handled = open.isEmpty() ? next : open.first();
        if (handled <= committed) {
            return OptionalLong.empty();
        }
        committed = handled;
        return OptionalLong.of(handled);
    }

    /** What was to be committed is not: it is to be tried again. */
    synchronized void notCommitted() {
        committed = -1;
    }

    synchronized boolean isCommitted() {
        return open.isEmpty() && next <= committed;
    }

    synchronized boolean isIdle() {
        return open.isEmpty();
    }
}
