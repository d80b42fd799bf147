package dev.mitchbot.games.guild;

import dev.mitchbot.contracts.command.SlashCommand;
import java.util.Optional;

/** A slash command of the games. */
public abstract class MemberCommand implements Rule<SlashCommand> {
    /** What a ledger's account can hold. */
    public static final long STAKE_CEILING = 9_007_199_254_740_991L;

    private final String type;

    /** @param name the command's word */
    protected MemberCommand(String name) {
        this.type = "games." + name + ".v1";
    }

    @Override
    public final String type() {
        return type;
    }

    @Override
    public final Class<SlashCommand> bodyType() {
        return SlashCommand.class;
    }

    @Override
    public final long guildId(SlashCommand command) {
        return command.interaction().guildId();
    }

    /** The stake, where it is one that somebody could have. */
    protected static Optional<Long> stake(SlashCommand command) {
        return command.option("amount")
                .filter(text -> text.matches("[0-9]{1,16}"))
                .map(Long::parseLong)
                .filter(amount -> amount >= 1 && amount <= STAKE_CEILING);
    }

    /** The message's id is unique in the guild, and so is the game that it begins. */
    protected static String newGameId(Moment moment) {
        return moment.messageId();
    }
}
