package dev.mitchbot.games.guild;

import dev.mitchbot.contracts.reply.Answer;
import dev.mitchbot.contracts.reply.MessageBody;
import dev.mitchbot.contracts.reply.MessageUpdate;
import dev.mitchbot.contracts.reply.Reply;
import dev.mitchbot.contracts.wire.Snowflakes;
import dev.mitchbot.games.chance.Player;
import dev.mitchbot.games.session.Odds;
import dev.mitchbot.games.session.Session;
import dev.mitchbot.games.session.Sessions;
import dev.mitchbot.messaging.suite.Acting;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A guild in memory, at the moment in which its members' interactions were made. */
public final class TestTables {
    public static final Instant NOW =
            Snowflakes.createdAt(Acting.by(Acting.ALICE).command().interaction().id());
    public static final Times TIMES =
            new Times(Duration.ofMinutes(2), Duration.ofHours(1), Duration.ofMinutes(14), Duration.ofMinutes(5));

    private TestTables() {}

    public static GuildGames guild(Odds odds) {
        Map<Long, Player> players = new HashMap<>();
        List.of(Acting.ALICE, Acting.BOB).forEach(id -> players.put(id, Player.unknown(id)));
        return new GuildGames(Acting.GUILD, odds, players, new Sessions(List.of()), Map.of());
    }

    public static GuildGames guild() {
        return guild(Odds.CORRECTED);
    }

    public static Moment now() {
        return after(Duration.ZERO);
    }

    public static Moment after(Duration time) {
        return new Moment("g-" + time.toMillis(), NOW.plus(time));
    }

    public static Session game(GuildGames guild, String id) {
        return guild.sessions().find(id).orElseThrow();
    }

    /** The code below a refusal. */
    public static String codeOf(Decision decision) {
        return body(decision.reply().orElseThrow()).embeds().getFirst().footer().orElse("");
    }

    public static String textOf(Decision decision) {
        return body(decision.reply().orElseThrow())
                .embeds()
                .getFirst()
                .description()
                .orElse("");
    }

    public static MessageBody body(Reply reply) {
        return reply instanceof Answer answer ? answer.message() : ((MessageUpdate) reply).message();
    }
}
