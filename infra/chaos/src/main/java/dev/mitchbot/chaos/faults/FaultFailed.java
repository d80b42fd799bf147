package dev.mitchbot.chaos.faults;

/** The harness was not able to do what it should: that is its own defect. */
final class FaultFailed extends Exception {
    FaultFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
