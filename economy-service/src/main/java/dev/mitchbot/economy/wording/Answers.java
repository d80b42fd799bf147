package dev.mitchbot.economy.wording;

import dev.mitchbot.contracts.command.Command;
import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.contracts.reply.Embed;
import dev.mitchbot.contracts.reply.MessageBody;

/** Answers as the economy gives them: one embed. */
public final class Answers {
    private Answers() {}

    public static Answer toAll(Command command, Embed embed) {
        return new Answer(command.interaction(), false, MessageBody.of(embed));
    }

    public static Answer toCaller(Command command, Embed embed) {
        return new Answer(command.interaction(), true, MessageBody.of(embed));
    }

    public static String mention(long userId) {
        return "<@" + userId + ">";
    }
}
