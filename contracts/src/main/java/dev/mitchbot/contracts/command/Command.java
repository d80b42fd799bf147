package dev.mitchbot.contracts.command;

/** What a member did in Discord, on its way from the gateway to the service that owns it. */
public sealed interface Command permits SlashCommand, ButtonClick, Autocomplete {
    /** Which interaction it was, in which guild and channel, and how to answer it. */
    Interaction interaction();

    /** Who did it. */
    Caller caller();
}
