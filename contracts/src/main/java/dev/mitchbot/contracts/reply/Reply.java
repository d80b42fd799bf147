package dev.mitchbot.contracts.reply;

import dev.mitchbot.contracts.command.Interaction;

/** What a service wants said to the member who acted. Any gateway instance can deliver it. */
public sealed interface Reply permits Answer, MessageUpdate, FollowUp, Suggestions {
    String ANSWER = "gateway.answer.v1";
    String MESSAGE_UPDATE = "gateway.message-update.v1";
    String FOLLOW_UP = "gateway.follow-up.v1";
    String SUGGESTIONS = "gateway.suggestions.v1";

    /** The interaction that it belongs to. */
    Interaction interaction();

    /** The message type under which it travels. */
    default String type() {
        return switch (this) {
            case Answer answer -> ANSWER;
            case MessageUpdate update -> MESSAGE_UPDATE;
            case FollowUp followUp -> FOLLOW_UP;
            case Suggestions suggestions -> SUGGESTIONS;
        };
    }
}
