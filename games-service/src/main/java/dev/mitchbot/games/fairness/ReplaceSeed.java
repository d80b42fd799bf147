package dev.mitchbot.games.fairness;

import dev.mitchbot.contracts.command.ButtonClick;
import dev.mitchbot.contracts.command.Interaction;
import dev.mitchbot.contracts.reply.MessageUpdate;
import dev.mitchbot.games.chance.Player;
import dev.mitchbot.games.chance.ServerSeed;
import dev.mitchbot.games.guild.Decision;
import dev.mitchbot.games.guild.GamesKeys.GuildKeys;
import dev.mitchbot.games.guild.GuildGames;
import dev.mitchbot.games.guild.Moment;
import dev.mitchbot.games.guild.Rule;
import dev.mitchbot.games.guild.Times;
import dev.mitchbot.games.session.Session;
import dev.mitchbot.games.wording.Refusal;
import java.util.random.RandomGenerator;

/** The button below {@code /fairness}: the old seed is shown, a new one takes its place. */
public final class ReplaceSeed implements Rule<ButtonClick> {
    private final RandomGenerator random;
    private final Times times;

    /** @param random must not be predictable */
    public ReplaceSeed(RandomGenerator random, Times times) {
        this.random = random;
        this.times = times;
    }

    @Override
    public String type() {
        return "games.fairness.click.v1";
    }

    @Override
    public Class<ButtonClick> bodyType() {
        return ButtonClick.class;
    }

    @Override
    public long guildId(ButtonClick click) {
        return click.interaction().guildId();
    }

    @Override
    public void needs(ButtonClick click, GuildKeys keys) {
        keys.asking(click.caller().id());
    }

    @Override
    public Decision decide(ButtonClick click, GuildGames guild, Moment moment) {
        Interaction interaction = click.interaction();
        Player player = guild.player(click.caller().id()).seeded(random);
        String[] meant = click.payload().split(":", 2);
        if (!meant[0].equals(Long.toString(player.id()))) {
            return Decision.replying(Refusal.notYourGame(interaction));
        }
        if (!meant[1].equals(Integer.toString(player.seedNumber()))) {
            return Decision.replying(Refusal.staleButton(interaction));
        }
        if (guild.sessions().of(player.id()).anyMatch(game -> isInPlay(game, moment))) {
            return Decision.replying(Refusal.seedInPlay(interaction));
        }
        int number = player.seedNumber();
        ServerSeed old = player.seed();
        player.replace(random);
        return Decision.replying(new MessageUpdate(interaction, Sheet.replaced(number, old, player)));
    }

    /** Whether its player could still make use of what the seed tells: with a move, or by having no stake left to take. */
    private boolean isInPlay(Session game, Moment moment) {
        return switch (game.status()) {
            case ASKING ->
                game.progress()
                        .interaction()
                        .filter(command -> moment.now().isBefore(times.stakeDecided(command)))
                        .isPresent();
            case HOLDING, PLAYING -> true;
            case SETTLING, RELEASING, ENDED, REFUSED, RETURNED -> false;
        };
    }
}
