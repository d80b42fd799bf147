package dev.mitchbot.games.wording;

import dev.mitchbot.games.chance.Player;
import dev.mitchbot.games.chance.Ticket;
import dev.mitchbot.games.guild.GuildGames;
import dev.mitchbot.games.session.Session;

/** The line below a game that tells how to check it. */
public final class Provenance {
    private static final int SHORT = 12;

    private Provenance() {}

    public static String of(Session session, GuildGames guild) {
        Player player = guild.player(session.playerId());
        Ticket ticket = session.opening().ticket();
        String game = "Game %s · nonce %d".formatted(session.id(), ticket.nonce());
        return player.seedNumber() == ticket.seedNumber()
                ? game + " · SHA-256 of the seed " + player.commitment().substring(0, SHORT) + "…"
                : game;
    }
}
