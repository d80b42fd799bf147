package dev.mitchbot.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The bounds of message handling; the same keys for every service. */
@ConfigMapping(prefix = "mitchbot.messaging")
public interface MessagingConfig {
    /** The service's name, for example {@code economy}: consumer group, owner of commands, source of messages. */
    String service();

    /** How many transactions run side by side in one instance. */
    @WithDefault("2")
    int lanes();

    /** How many records of one channel may be read and not yet done; with so many open, no more are read. */
    @WithDefault("4000")
    int openMax();

    /** A transaction that has so many messages takes no further poll in. */
    @WithDefault("500")
    int batchMax();

    /** How long after the beginning of one batch a lane begins the next, so that under load they are few and large. */
    @WithDefault("10ms")
    Duration batchInterval();

    /** The largest body that is handled; a larger one becomes a dead letter. */
    @WithDefault("262144")
    int bodyBytesMax();

    /** How old a command may be, by Discord's clock; its token is dead after 15 minutes. */
    @WithDefault("15m")
    Duration commandAgeMax();

    /** How often a batch is tried when rows keep changing under it, before it is taken apart. */
    @WithDefault("8")
    int conflictRetriesMax();

    /** The first pause after the database or the broker failed; it doubles with each failure. */
    @WithDefault("50ms")
    Duration backOffMin();

    /** The longest pause between two tries; tries go on until the database or the broker is back. */
    @WithDefault("2s")
    Duration backOffMax();

    /** How long one transaction may take before its batch is tried again; it is not cut off, and only one of both takes effect. */
    @WithDefault("10s")
    Duration transactionTimeout();

    /** How long the broker may take to confirm a message before it is sent again. */
    @WithDefault("10s")
    Duration publishTimeout();

    /** How long the ids of handled messages are remembered. */
    @WithDefault("7d")
    Duration inboxRetention();

    /** How often messages are looked for whose effects an instance left unpublished. */
    @WithDefault("5s")
    Duration sweepInterval();

    /** How often due rows are looked for. */
    @WithDefault("1s")
    Duration dueInterval();

    /** How many due rows are taken at once. */
    @WithDefault("200")
    int dueBatchMax();

    /** Partitions of each topic that this service has to create. */
    @WithDefault("24")
    int partitions();

    /** Copies of each topic that this service has to create; -1 takes the broker's default. */
    @WithDefault("-1")
    short replication();

    /** What a member is told whose command became a dead letter. */
    @WithDefault("Something of ours broke on that one. Nothing was changed.")
    String failureText();
}
