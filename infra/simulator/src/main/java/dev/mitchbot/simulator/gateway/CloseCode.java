package dev.mitchbot.simulator.gateway;

/** Why the gateway closes a connection. */
enum CloseCode {
    UNKNOWN_ERROR(4000, "Unknown error."),
    UNKNOWN_OPCODE(4001, "Unknown opcode."),
    DECODE_ERROR(4002, "Decode error."),
    NOT_AUTHENTICATED(4003, "Not authenticated."),
    AUTHENTICATION_FAILED(4004, "Authentication failed."),
    ALREADY_AUTHENTICATED(4005, "Already authenticated."),
    INVALID_SEQUENCE(4007, "Invalid seq."),
    RATE_LIMITED(4008, "Rate limited."),
    SESSION_TIMED_OUT(4009, "Session timed out."),
    INVALID_SHARD(4010, "Invalid shard."),
    INVALID_VERSION(4012, "Invalid API version."),
    INVALID_INTENTS(4013, "Invalid intent(s).");

    final short code;
    final String reason;

    CloseCode(int code, String reason) {
        this.code = (short) code;
        this.reason = reason;
    }
}
