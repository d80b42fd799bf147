package dev.mitchbot.games.coinflip;

import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.contracts.economy.WalletRequest.PlayStake;
import dev.mitchbot.games.chance.Player;
import dev.mitchbot.games.chance.Ticket;
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
import java.util.Optional;
import java.util.random.RandomGenerator;

/** {@code /coinflip}: decided and stored here, played by the ledger, shown only then. */
public final class FlipCoin extends MemberCommand {
    private final RandomGenerator random;
    private final Times times;

    /** @param random for seeds; must not be predictable */
    public FlipCoin(RandomGenerator random, Times times) {
        super(Coinflip.NAME);
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
        Optional<Side> called = command.option("choice").flatMap(Side::of);
        if (stake.isEmpty()) {
            return Decision.replying(Refusal.invalidAmount(command.interaction(), STAKE_CEILING));
        }
        if (called.isEmpty()) {
            return Decision.replying(Refusal.invalidChoice(command.interaction()));
        }
        Player player = guild.player(command.caller().id()).seeded(random);
        Ticket ticket = player.take();
        Flip flip = new Flip(called.get(), Side.flip(player.draws(ticket)));
        Opening opening = new Opening(
                newGameId(moment), player.id(), Coinflip.NAME, stake.get(), guild.odds(), ticket, moment.now());
        long payout = flip.payout(opening.stake(), opening.odds());
        guild.sessions()
                .add(Session.begin(
                        opening,
                        Progress.begun(Status.ASKING, flip, command.interaction())
                                .paying(payout)));
        return Decision.asking(new PlayStake(
                guild.guildId(),
                opening.gameId(),
                Coinflip.NAME,
                player.id(),
                opening.stake(),
                payout,
                Optional.of(times.lastAnswer(command.interaction()))));
    }
}
