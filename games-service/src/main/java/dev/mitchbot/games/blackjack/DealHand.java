package dev.mitchbot.games.blackjack;

import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.contracts.economy.WalletRequest.HoldStake;
import dev.mitchbot.games.chance.Player;
import dev.mitchbot.games.guild.Decision;
import dev.mitchbot.games.guild.GamesKeys.GuildKeys;
import dev.mitchbot.games.guild.GuildGames;
import dev.mitchbot.games.guild.MemberCommand;
import dev.mitchbot.games.guild.Moment;
import dev.mitchbot.games.guild.Times;
import dev.mitchbot.games.session.Opening;
import dev.mitchbot.games.session.Progress;
import dev.mitchbot.games.session.Session;
import dev.mitchbot.games.session.Status;
import dev.mitchbot.games.wording.Refusal;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** {@code /blackjack}: the stake first, then the cards. */
public final class DealHand extends MemberCommand {
    private final RandomGenerator random;
    private final Times times;

    /** @param random for seeds; must not be predictable */
    public DealHand(RandomGenerator random, Times times) {
        super(BlackjackTable.NAME);
        this.random = random;
        this.times = times;
    }

    @Override
    public void needs(SlashCommand command, GuildKeys keys) {
        keys.player(command.caller().id());
    }

    @Override
    public Decision decide(SlashCommand command, GuildGames guild, Moment moment) {
        Optional<Long> stake = stake(command);
        if (stake.isEmpty()) {
            return Decision.replying(Refusal.invalidAmount(command.interaction(), STAKE_CEILING));
        }
        Player player = guild.player(command.caller().id());
        if (guild.sessions().hasOpen(player.id(), BlackjackTable.NAME)) {
            return Decision.replying(Refusal.alreadyPlaying(command.interaction()));
        }
        Opening opening = new Opening(
                newGameId(moment),
                player.id(),
                BlackjackTable.NAME,
                stake.get(),
                guild.odds(),
                player.seeded(random).take(),
                moment.now());
        Instant lastDeal = times.lastDeal(command.interaction());
        guild.sessions()
                .add(Session.begin(
                        opening,
                        Progress.begun(Status.HOLDING, Round.UNDEALT, command.interaction())
                                .due(lastDeal.plus(times.again()))));
        return Decision.asking(new HoldStake(
                guild.guildId(),
                opening.gameId(),
                BlackjackTable.NAME,
                player.id(),
                opening.stake(),
                moment.now().plus(times.hold()),
                Optional.of(lastDeal)));
    }
}
