package dev.mitchbot.simulator.rest;

import io.vertx.core.json.JsonObject;

/** What Discord answers when it refuses: a status, a code and a message. */
public final class ApiError extends RuntimeException {
    private final int status;
    private final int code;
    private final JsonObject errors;

    private ApiError(int status, int code, String message, JsonObject errors) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.errors = errors;
    }

    public static ApiError unknown(Unknown what) {
        return new ApiError(404, what.code, "Unknown " + what.label, new JsonObject());
    }

    public static ApiError of(int status, int code, String message) {
        return new ApiError(status, code, message, new JsonObject());
    }

    public static ApiError unauthorized() {
        return of(401, 0, "401: Unauthorized");
    }

    public static ApiError missingPermissions() {
        return of(403, 50013, "Missing Permissions");
    }

    public static ApiError missingAccess() {
        return of(403, 50001, "Missing Access");
    }

    public static ApiError invalidForm(JsonObject errors) {
        return new ApiError(400, 50035, "Invalid Form Body", errors);
    }

    /** The things that can be unknown, with Discord's codes. */
    public enum Unknown {
        APPLICATION(10002, "Application"),
        CHANNEL(10003, "Channel"),
        GUILD(10004, "Guild"),
        MEMBER(10007, "Member"),
        MESSAGE(10008, "Message"),
        OVERWRITE(10009, "Overwrite"),
        ROLE(10011, "Role"),
        USER(10013, "User"),
        EMOJI(10014, "Emoji"),
        WEBHOOK(10015, "Webhook"),
        BAN(10026, "Ban"),
        INTERACTION(10062, "interaction"),
        COMMAND(10063, "application command");

        private final int code;
        private final String label;

        Unknown(int code, String label) {
            this.code = code;
            this.label = label;
        }
    }

    public Reply reply() {
        var body = new JsonObject().put("message", getMessage()).put("code", code);
        if (!errors.isEmpty()) {
            body.put("errors", errors);
        }
        return new Reply(status, body.toBuffer());
    }
}
