package dev.mitchbot.messaging.rest;

import jakarta.enterprise.context.RequestScoped;

/** The Discord user on whose behalf a request about a guild is made, once it is known that they may manage it. */
@RequestScoped
public class Manager {
    private long userId;

    void is(long userId) {
        this.userId = userId;
    }

    /** Their Discord id. */
    public long userId() {
        return userId;
    }
}
