package dev.mitchbot.games.fairness;

import dev.mitchbot.contracts.reply.Button;
import dev.mitchbot.contracts.reply.Embed;
import dev.mitchbot.contracts.reply.MessageBody;
import dev.mitchbot.games.chance.Draws;
import dev.mitchbot.games.chance.Player;
import dev.mitchbot.games.chance.ServerSeed;
import dev.mitchbot.games.chance.Ticket;
import dev.mitchbot.games.guild.Game;
import dev.mitchbot.games.session.Session;
import dev.mitchbot.games.wording.Colors;

/** What a member is told about their chances. */
final class Sheet {
    private Sheet() {}

    /** What the next games are drawn from. */
    static MessageBody of(Player player) {
        Embed embed = Embed.of(
                        Colors.NEUTRAL,
                        "Your next games come from a seed that is already chosen; this is its SHA-256. Replace it to see it, and check the games that came from it.")
                .with(code("SHA-256 of the server seed", player.commitment()))
                .with(code("Client seed", player.clientSeed()))
                .with(code("Next nonce", Long.toString(player.nextNonce())));
        return MessageBody.of(embed).withRow(replace(player));
    }

    /** The seed that was in use until now. */
    static MessageBody replaced(int number, ServerSeed old, Player player) {
        Embed embed = Embed.of(
                        Colors.NEUTRAL,
                        "Seed %d is no secret any more. Check its games with `/fairness game:` and the number below each."
                                .formatted(number))
                .with(code("Server seed " + number, old.hex()))
                .with(code("Its SHA-256, as shown before", old.commitment()))
                .with(code("SHA-256 of the next server seed", player.commitment()));
        return MessageBody.of(embed).withRow(replace(player));
    }

    /** A game drawn again from its seeds. */
    static MessageBody checked(Session session, Game game, ServerSeed seed) {
        boolean fair = game.matches(session, new Draws(seed, session.opening().ticket()));
        String text = fair
                ? "Drawn again, and the same came out. As promised."
                : "Drawn again, and something else came out. Somebody has explaining to do.";
        Ticket ticket = session.opening().ticket();
        Embed embed = Embed.of(fair ? Colors.WIN : Colors.LOSS, text)
                .with(code("Game", game.name() + " " + session.id()))
                .with(code("Outcome", game.outcome(session)))
                .with(code("Server seed", seed.hex()))
                .with(code("Its SHA-256", seed.commitment()))
                .with(code("Client seed", ticket.clientSeed()))
                .with(code("Nonce", Long.toString(ticket.nonce())));
        return MessageBody.of(embed);
    }

    static MessageBody stillSecret(Session session, Player player) {
        Embed embed = Embed.of(Colors.NEUTRAL, "The seed of this game is still in use. Replace it, then ask again.")
                .with(code("Game", session.opening().game() + " " + session.id()))
                .with(code("SHA-256 of its server seed", player.commitment()))
                .with(code("Nonce", Long.toString(session.opening().ticket().nonce())));
        return MessageBody.of(embed).withRow(replace(player));
    }

    private static Button replace(Player player) {
        return Button.of(
                Button.Style.SECONDARY,
                "games:fairness:%d:%d".formatted(player.id(), player.seedNumber()),
                "Replace the seed");
    }

    private static Embed.Field code(String name, String value) {
        return new Embed.Field(name, "`" + value + "`", false);
    }
}
