package dev.mitchbot.messaging.sample;

import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.contracts.reply.MessageBody;
import dev.mitchbot.messaging.Effects;
import dev.mitchbot.messaging.Handler;
import java.util.Map;
import java.util.Set;

class Count implements Handler<SlashCommand, Set<Long>, Map<Long, Tally>> {
    @Override
    public String type() {
        return "tally.count.v1";
    }

    @Override
    public Class<SlashCommand> bodyType() {
        return SlashCommand.class;
    }

    @Override
    public void needs(SlashCommand command, Set<Long> guilds) {
        guilds.add(command.interaction().guildId());
    }

    @Override
    public void decide(SlashCommand command, Map<Long, Tally> tallies, Effects effects) {
        Tally tally = tallies.get(command.interaction().guildId());
        tally.total++;
        effects.reply(
                new Answer(command.interaction(), false, MessageBody.text("That makes \"" + tally.total + "\".")));
    }
}
