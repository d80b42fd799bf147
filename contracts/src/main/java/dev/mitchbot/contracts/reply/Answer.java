package dev.mitchbot.contracts.reply;

import dev.mitchbot.contracts.command.Interaction;

/**
 * The answer to a command or click: a new message.
 *
 * @param ephemeral whether only the caller sees it
 */
public record Answer(Interaction interaction, boolean ephemeral, MessageBody message) implements Reply {}
