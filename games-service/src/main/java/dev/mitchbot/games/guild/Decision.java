package dev.mitchbot.games.guild;

import dev.mitchbot.contracts.economy.WalletRequest;
import dev.mitchbot.contracts.games.GamesEvent;
import dev.mitchbot.contracts.reply.Reply;
import java.util.Optional;

/**
 * What a rule has decided, besides what it changed at the guild's tables.
 *
 * @param reply to the player, where something is to be said already
 * @param request to the ledger
 * @param event for whoever wants to know
 */
public record Decision(Optional<Reply> reply, Optional<WalletRequest> request, Optional<GamesEvent> event) {
    public static final Decision NOTHING = new Decision(Optional.empty(), Optional.empty(), Optional.empty());

    public static Decision replying(Reply reply) {
        return new Decision(Optional.of(reply), Optional.empty(), Optional.empty());
    }

    public static Decision replying(Optional<? extends Reply> reply) {
        return new Decision(reply.map(Reply.class::cast), Optional.empty(), Optional.empty());
    }

    public static Decision asking(WalletRequest request) {
        return new Decision(Optional.empty(), Optional.of(request), Optional.empty());
    }

    public Decision telling(GamesEvent news) {
        return new Decision(reply, request, Optional.of(news));
    }
}
