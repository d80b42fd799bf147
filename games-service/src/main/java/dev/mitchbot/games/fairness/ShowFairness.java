package dev.mitchbot.games.fairness;

import dev.mitchbot.contracts.command.Interaction;
import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.games.chance.Player;
import dev.mitchbot.games.guild.Decision;
import dev.mitchbot.games.guild.GamesKeys.GuildKeys;
import dev.mitchbot.games.guild.GuildGames;
import dev.mitchbot.games.guild.MemberCommand;
import dev.mitchbot.games.guild.Moment;
import dev.mitchbot.games.guild.Tables;
import dev.mitchbot.games.session.Session;
import dev.mitchbot.games.wording.Refusal;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** {@code /fairness}: what the member's next games are drawn from, and whether a past one was drawn as promised. */
public final class ShowFairness extends MemberCommand {
    private static final String GAME = "game";
    private static final int GAME_ID_MAX = 64;

    private final RandomGenerator random;
    private final Tables tables;

    /** @param random for seeds; must not be predictable */
    public ShowFairness(RandomGenerator random, Tables tables) {
        super("fairness");
        this.random = random;
        this.tables = tables;
    }

    @Override
    public void needs(SlashCommand command, GuildKeys keys) {
        keys.player(command.caller().id());
        command.option(GAME).map(ShowFairness::gameId).ifPresent(keys::check);
    }

    @Override
    public Decision decide(SlashCommand command, GuildGames guild, Moment moment) {
        Player player = guild.player(command.caller().id()).seeded(random);
        return Decision.replying(answer(command, guild, player));
    }

    private Answer answer(SlashCommand command, GuildGames guild, Player player) {
        Interaction interaction = command.interaction();
        Optional<String> chosen = command.option("client-seed");
        if (chosen.isPresent() && !Player.isClientSeed(chosen.get())) {
            return Refusal.invalidSeed(interaction);
        }
        chosen.ifPresent(player::choose);
        if (command.option(GAME).isEmpty()) {
            return new Answer(interaction, true, Sheet.of(player));
        }
        return guild.sessions()
                .find(gameId(command.option(GAME).get()))
                .filter(session -> session.playerId() == player.id())
                .map(session -> checked(interaction, session, guild))
                .orElseGet(() -> Refusal.gameUnknown(interaction));
    }

    private Answer checked(Interaction interaction, Session session, GuildGames guild) {
        return new Answer(
                interaction,
                true,
                guild.revealedSeed(session)
                        .map(seed -> Sheet.checked(session, tables.of(session), seed))
                        .orElseGet(() -> Sheet.stillSecret(session, guild.player(session.playerId()))));
    }

    private static String gameId(String text) {
        String id = text.strip();
        return id.substring(0, Math.min(id.length(), GAME_ID_MAX));
    }
}
