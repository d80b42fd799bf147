package dev.mitchbot.contracts.reply;

import dev.mitchbot.contracts.command.Interaction;

/**
 * A further message after the answer.
 *
 * @param ephemeral whether only the caller sees it
 */
public record FollowUp(Interaction interaction, boolean ephemeral, MessageBody message) implements Reply {}
