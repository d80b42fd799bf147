package dev.mitchbot.messaging;

import dev.mitchbot.contracts.command.Interaction;
import dev.mitchbot.contracts.wire.CloudEvent;

/**
 * A member who waits for the answer to a command.
 *
 * @param event the command's attributes
 * @param interaction how the member is reached
 */
record Waiting(CloudEvent event, Interaction interaction) {}
