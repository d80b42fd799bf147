package dev.mitchbot.moderation.guild;

import dev.mitchbot.contracts.command.ResolvedUser;
import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.moderation.wording.Refusal;
import java.util.Optional;

/** Whom a moderator may act against. */
final class Hierarchy {
    private Hierarchy() {}

    /** The first reason why not, in this order: oneself, the bot, the owner, whom the caller or the bot does not outrank. */
    static Optional<Answer> refusal(SlashCommand command, ResolvedUser target, GuildFacts facts) {
        long caller = command.caller().id();
        if (target.id() == caller) {
            return Optional.of(Refusal.selfTarget(command.interaction()));
        }
        // A bot's user has the id of its application.
        if (target.id() == command.interaction().applicationId()) {
            return Optional.of(Refusal.botTarget(command.interaction()));
        }
        if (target.id() == facts.ownerId()) {
            return Optional.of(Refusal.ownerTarget(command.interaction()));
        }
        if (target.roles().isEmpty()) {
            return Optional.empty();
        }
        int rank = facts.of(target.roles().orElseThrow());
        if (caller != facts.ownerId() && rank >= facts.of(command.caller().roles())) {
            return Optional.of(Refusal.roleTooHigh(command.interaction()));
        }
        return rank >= facts.botPosition()
                ? Optional.of(Refusal.botRoleTooLow(command.interaction()))
                : Optional.empty();
    }
}
