package dev.mitchbot.games.blackjack;

import dev.mitchbot.games.guild.Decision;
import dev.mitchbot.games.guild.GamesKeys.GuildKeys;
import dev.mitchbot.games.guild.GuildGames;
import dev.mitchbot.games.guild.Moment;
import dev.mitchbot.games.guild.Rule;
import dev.mitchbot.games.session.Session;
import java.util.Optional;

/**
 * A hand's time is up. Who does not move stands: waiting is never worth anything. Only who could not move, because we
 * were not there, gets the stake back.
 */
public final class EndHand implements Rule<HandDue> {
    private final BlackjackTable table;

    public EndHand(BlackjackTable table) {
        this.table = table;
    }

    @Override
    public String type() {
        return HandDue.TYPE;
    }

    @Override
    public Class<HandDue> bodyType() {
        return HandDue.class;
    }

    @Override
    public long guildId(HandDue due) {
        return due.guildId();
    }

    @Override
    public void needs(HandDue due, GuildKeys keys) {
        keys.game(due.gameId());
    }

    @Override
    public Decision decide(HandDue due, GuildGames guild, Moment moment) {
        Optional<Session> found = guild.sessions().find(due.gameId()).filter(session -> isDue(session, moment));
        if (found.isEmpty()) {
            return Decision.NOTHING;
        }
        Session session = found.get();
        return switch (session.status()) {
            case PLAYING ->
                due.attended() ? table.play(session, Move.STAND, guild) : table.giveBack(session, guild, moment);
            case HOLDING, RELEASING -> table.giveBack(session, guild, moment);
            case ASKING, SETTLING, ENDED, REFUSED, RETURNED -> {
                session.move(session.progress().undue());
                yield Decision.NOTHING;
            }
        };
    }

    private static boolean isDue(Session session, Moment moment) {
        return session.progress()
                .dueAt()
                .filter(at -> !at.isAfter(moment.now()))
                .isPresent();
    }
}
