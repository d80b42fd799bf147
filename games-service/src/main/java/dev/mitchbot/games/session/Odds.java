package dev.mitchbot.games.session;

/** What a guild wants its games to pay. The names stand in the database for ever. */
public enum Odds {
    /** With a small edge for the house. */
    CORRECTED,
    /** Even money wherever the chances are even. */
    CLASSIC
}
