package dev.mitchbot.moderation.guild;

import dev.mitchbot.contracts.command.Permission;
import dev.mitchbot.contracts.command.ResolvedUser;
import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.moderation.guild.ModerationKeys.GuildKeys;
import dev.mitchbot.moderation.wording.Refusal;
import java.util.Optional;

/** A command against a member, whom its caller and the bot must outrank. */
public abstract class MemberSanction extends ModeratorCommand {
    private final boolean membersOnly;

    /** @param membersOnly whether it cannot be done to somebody who is not in the guild */
    protected MemberSanction(String name, Permission permission, boolean takenFromTheBotToo, boolean membersOnly) {
        super(name, permission, takenFromTheBotToo);
        this.membersOnly = membersOnly;
    }

    @Override
    public final void needs(SlashCommand command, GuildKeys keys) {
        keys.register().user(target(command).id());
    }

    @Override
    protected final Decision rule(SlashCommand command, GuildModeration guild, Moment moment) {
        return refusal(command, target(command), guild)
                .map(Decision::replying)
                .orElseGet(() -> act(command, target(command), guild, moment));
    }

    /** What is done, by a caller who may do it to this target. */
    protected abstract Decision act(SlashCommand command, ResolvedUser target, GuildModeration guild, Moment moment);

    private Optional<Answer> refusal(SlashCommand command, ResolvedUser target, GuildModeration guild) {
        if (reason(command).length() > REASON_MAX) {
            return Optional.of(Refusal.reasonTooLong(command.interaction(), REASON_MAX));
        }
        if (membersOnly && target.roles().isEmpty()) {
            return Optional.of(Refusal.targetNotMember(command.interaction()));
        }
        return guild.facts().isEmpty()
                ? Optional.of(Refusal.guildUnknown(command.interaction()))
                : Hierarchy.refusal(command, target, guild.facts().orElseThrow());
    }
}
