package dev.mitchbot.contracts.reply;

import dev.mitchbot.contracts.command.Interaction;

/** The answer to a click that changes the message whose button was clicked. */
public record MessageUpdate(Interaction interaction, MessageBody message) implements Reply {}
