package dev.mitchbot.economy.eco;

import dev.mitchbot.contracts.command.Permission;
import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.economy.guild.Decision;
import dev.mitchbot.economy.guild.GuildEconomy;
import dev.mitchbot.economy.guild.MemberCommand;
import dev.mitchbot.economy.guild.Moment;
import dev.mitchbot.economy.wording.Refusal;

/** A word of {@code /eco}: for those in charge. */
abstract class AdminCommand extends MemberCommand {
    AdminCommand(String word) {
        super("eco." + word);
    }

    @Override
    public final Decision rule(SlashCommand command, GuildEconomy guild, Moment moment) {
        return command.caller().has(Permission.ADMINISTRATOR, Permission.MANAGE_GUILD)
                ? permitted(command, guild, moment)
                : Decision.of(Refusal.missingPermission(command.interaction()));
    }

    abstract Decision permitted(SlashCommand command, GuildEconomy guild, Moment moment);
}
