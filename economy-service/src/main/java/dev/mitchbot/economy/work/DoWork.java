package dev.mitchbot.economy.work;

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
import dev.mitchbot.economy.settings.EconomySettings;
import dev.mitchbot.economy.wording.Answers;
import dev.mitchbot.economy.wording.Coins;
import dev.mitchbot.economy.wording.Colors;
import dev.mitchbot.economy.wording.Refusal;
import java.util.random.RandomGenerator;

/** {@code /work}: a random reward, once in a while. */
public final class DoWork extends MemberCommand {
    private final RandomGenerator random;

    /** @param random may be asked by several threads at once */
    public DoWork(RandomGenerator random) {
        super("work");
        this.random = random;
    }

    @Override
    public void needs(SlashCommand command, GuildKeys keys) {
        keys.books().wallet(command.caller().id()).claim(command.caller().id(), Claim.WORK);
    }

    @Override
    public Decision rule(SlashCommand command, GuildEconomy guild, Moment moment) {
        long user = command.caller().id();
        var next =
                guild.claims().blockedUntil(user, Claim.WORK, guild.settings().workCooldown(), moment.now());
        if (next.isPresent()) {
            return Decision.of(Refusal.cooldown(command.interaction(), next.get()));
        }
        long wage = wage(guild.settings());
        Movement paid = Rewards.pay(guild, Cause.of(moment.messageId(), Reason.WORK), user, wage);
        if (!(paid instanceof Movement.Posted)) {
            return Decision.of(Refusal.ceilingReached(command.interaction()));
        }
        guild.claims().stamp(user, Claim.WORK, moment.now());
        return Decision.of(Answers.toAll(command, Embed.of(Colors.GAIN, text(guild, user, wage))));
    }

    private long wage(EconomySettings settings) {
        return random.nextLong(settings.workRewardMin(), settings.workRewardMax() + 1);
    }

    private String text(GuildEconomy guild, long user, long wage) {
        String currency = guild.settings().currencyName();
        return "%s\n**%s**. %s has %s now."
                .formatted(
                        Shift.ALL.get(random.nextInt(Shift.ALL.size())),
                        Coins.of(wage, currency),
                        Answers.mention(user),
                        Coins.of(guild.ledger().balance(user), currency));
    }
}
