package dev.mitchbot.infra.servers;

/** A server in a process of its own, which a test can end, freeze and bring back. */
public interface Server extends AutoCloseable {
    /** The process that runs now or ran last. */
    ChildProcess process();

    /** Starts the stopped or killed server again, on the same folder and port, and waits until it is ready. */
    void restart();

    /** Ends the server for good. */
    @Override
    void close();

    default long pid() {
        return process().pid();
    }

    default boolean isAlive() {
        return process().isAlive();
    }

    /** Asks the server to end, and waits until it has. */
    default void stop() {
        process().stop();
    }

    /** kill -9; returns when the process and its children are gone. */
    default void kill() {
        process().kill();
    }

    /** SIGSTOP: alive, but silent. */
    default void freeze() {
        process().freeze();
    }

    default void resume() {
        process().resume();
    }
}
