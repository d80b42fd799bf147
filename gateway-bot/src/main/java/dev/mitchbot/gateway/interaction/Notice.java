package dev.mitchbot.gateway.interaction;

import java.util.Locale;

/** What the gateway itself has to say to a member; everything else is said by the services. */
enum Notice {
    NOTHING_HAPPENED("The machinery is down. Nothing happened, nothing was taken. Try later, or don't."),
    NOT_CONFIRMED("Not confirmed yet. If it went through, the result shows up here. Doing it twice counts twice."),
    TOO_FAST("That's faster than I care to follow. Nothing happened. Take a breath."),
    TOO_BUSY("Too many people want things at once. Nothing happened. The queue will shrink eventually."),
    UNKNOWN_COMMAND("Nobody here answers to that. Either it is gone or its owner hasn't shown up yet."),
    GUILD_ONLY("I only work in servers. Private conversations are above my pay grade."),
    UNSHOWABLE("There was an answer. Discord refused to show it. Whatever you asked for has been decided.");

    private final String text;

    Notice(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
