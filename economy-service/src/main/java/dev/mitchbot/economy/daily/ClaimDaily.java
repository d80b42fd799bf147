package dev.mitchbot.economy.daily;

import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.contracts.reply.Embed;
import dev.mitchbot.economy.claims.Claim;
import dev.mitchbot.economy.guild.Decision;
import dev.mitchbot.economy.guild.EconomyKeys.GuildKeys;
import dev.mitchbot.economy.guild.GuildEconomy;
import dev.mitchbot.economy.guild.MemberCommand;
import dev.mitchbot.economy.guild.Moment;
import dev.mitchbot.economy.guild.Rewards;
import dev.mitchbot.economy.ledger.Cause;
import dev.mitchbot.economy.ledger.Movement;
import dev.mitchbot.economy.ledger.Reason;
import dev.mitchbot.economy.wording.Answers;
import dev.mitchbot.economy.wording.Coins;
import dev.mitchbot.economy.wording.Colors;
import dev.mitchbot.economy.wording.Refusal;

/** {@code /daily}: a fixed reward, once in a while. */
public final class ClaimDaily extends MemberCommand {
    public ClaimDaily() {
        super("daily");
    }

    @Override
    public void needs(SlashCommand command, GuildKeys keys) {
        keys.books().wallet(command.caller().id()).claim(command.caller().id(), Claim.DAILY);
    }

    @Override
    public Decision rule(SlashCommand command, GuildEconomy guild, Moment moment) {
        long user = command.caller().id();
        var next =
                guild.claims().blockedUntil(user, Claim.DAILY, guild.settings().dailyCooldown(), moment.now());
        if (next.isPresent()) {
            return Decision.of(Refusal.cooldown(command.interaction(), next.get()));
        }
        long reward = guild.settings().dailyReward();
        Movement paid = Rewards.pay(guild, Cause.of(moment.messageId(), Reason.DAILY), user, reward);
        if (!(paid instanceof Movement.Posted)) {
            return Decision.of(Refusal.ceilingReached(command.interaction()));
        }
        guild.claims().stamp(user, Claim.DAILY, moment.now());
        return Decision.of(Answers.toAll(command, Embed.of(Colors.GAIN, text(guild, user, reward))));
    }

    private static String text(GuildEconomy guild, long user, long reward) {
        String currency = guild.settings().currencyName();
        return "**%s** for turning up. %s has %s now."
                .formatted(
                        Coins.of(reward, currency),
                        Answers.mention(user),
                        Coins.of(guild.ledger().balance(user), currency));
    }
}
