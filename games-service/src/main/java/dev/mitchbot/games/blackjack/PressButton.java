package dev.mitchbot.games.blackjack;

import dev.mitchbot.contracts.command.ButtonClick;
import dev.mitchbot.contracts.command.Interaction;
import dev.mitchbot.contracts.reply.MessageUpdate;
import dev.mitchbot.contracts.reply.Reply;
import dev.mitchbot.games.guild.Decision;
import dev.mitchbot.games.guild.GamesKeys.GuildKeys;
import dev.mitchbot.games.guild.GuildGames;
import dev.mitchbot.games.guild.Moment;
import dev.mitchbot.games.guild.Rule;
import dev.mitchbot.games.session.Session;
import dev.mitchbot.games.session.Status;
import dev.mitchbot.games.wording.Refusal;
import java.time.Duration;
import java.util.Optional;

/** A click on a hand's buttons. It counts for the turn that it was made for, and only once. */
public final class PressButton implements Rule<ButtonClick> {
    /** So long after a move its board may still be on its way: Discord waits no longer for an answer. */
    private static final Duration DOUBLE_CLICK = Duration.ofSeconds(3);

    private final BlackjackTable table;

    public PressButton(BlackjackTable table) {
        this.table = table;
    }

    @Override
    public String type() {
        return "games.blackjack.click.v1";
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
        keys.game(Press.of(click).gameId());
    }

    @Override
    public Decision decide(ButtonClick click, GuildGames guild, Moment moment) {
        Press press = Press.of(click);
        Interaction interaction = click.interaction();
        Optional<Session> found = guild.sessions().find(press.gameId());
        if (found.isEmpty()) {
            return Decision.replying(new MessageUpdate(interaction, Board.gone()));
        }
        Session session = found.get();
        if (session.playerId() != click.caller().id()) {
            return Decision.replying(Refusal.notYourGame(interaction));
        }
        if (session.status().isOver()) {
            return Decision.replying(new MessageUpdate(interaction, Board.over(session, guild)));
        }
        if (session.status() != Status.PLAYING) {
            return Decision.replying(Refusal.staleButton(interaction));
        }
        if (session.progress().dueAt().filter(moment.now()::isBefore).isEmpty()) {
            return Decision.replying(Refusal.timeIsUp(interaction));
        }
        if (session.progress().turn() != press.turn()) {
            return Decision.replying(ofAnotherTurn(interaction, session, guild));
        }
        session.move(session.progress().answering(interaction));
        return table.play(session, press.move(), guild);
    }

    /**
     * Who clicks twice gets the next board by the first click. Who clicks later has an old board before them, which an edit
     * that came late has put over a newer one: with nothing but that to click on, the hand could only stand by itself.
     */
    private static Reply ofAnotherTurn(Interaction click, Session session, GuildGames guild) {
        boolean twice = session.progress()
                .interaction()
                .map(last -> last.createdAt().plus(DOUBLE_CLICK))
                .filter(click.createdAt()::isBefore)
                .isPresent();
        return twice ? Refusal.staleButton(click) : new MessageUpdate(click, Board.current(session, guild));
    }
}
