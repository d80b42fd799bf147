package dev.mitchbot.moderation.guild;

import dev.mitchbot.contracts.command.Permission;
import dev.mitchbot.contracts.command.ResolvedUser;
import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.moderation.wording.Refusal;
import java.util.Optional;

/** A slash command that takes a permission. Discord has checked it before; an integration's overrides may have let it pass. */
public abstract class ModeratorCommand implements Rule<SlashCommand> {
    public static final int REASON_MAX = 400;

    private static final String NO_REASON = "None given.";

    private final String type;
    private final Permission permission;
    private final boolean takenFromTheBotToo;

    /**
     * @param name the command's words with dots between them, for example {@code case.view}
     * @param takenFromTheBotToo whether Discord does what is asked only for a bot that has the permission itself
     */
    protected ModeratorCommand(String name, Permission permission, boolean takenFromTheBotToo) {
        this.type = "moderation." + name + ".v1";
        this.permission = permission;
        this.takenFromTheBotToo = takenFromTheBotToo;
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

    @Override
    public final Decision decide(SlashCommand command, GuildModeration guild, Moment moment) {
        if (!command.caller().has(permission)) {
            return Decision.replying(Refusal.missingPermission(command.interaction(), permission));
        }
        if (takenFromTheBotToo
                && guild.facts().filter(facts -> facts.botLacks(permission)).isPresent()) {
            return Decision.replying(Refusal.botLacksPermission(command.interaction(), permission));
        }
        return rule(command, guild, moment);
    }

    /** The rule, for a caller who has the permission and a bot that has it where it takes it. */
    protected abstract Decision rule(SlashCommand command, GuildModeration guild, Moment moment);

    /** The user whom a required option names. */
    protected static ResolvedUser target(SlashCommand command) {
        return command.user("target")
                .orElseThrow(() -> new IllegalArgumentException("no option target that names a user"));
    }

    /** The whole number that an option holds, where it is one between these two. */
    protected static Optional<Long> number(SlashCommand command, String option, long smallest, long largest) {
        return command.option(option)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .filter(value -> value >= smallest && value <= largest);
    }

    protected static String reason(SlashCommand command) {
        return command.option("reason")
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(NO_REASON);
    }
}
