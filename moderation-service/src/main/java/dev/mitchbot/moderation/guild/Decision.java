package dev.mitchbot.moderation.guild;

import dev.mitchbot.contracts.action.Action;
import dev.mitchbot.contracts.reply.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a rule has decided, besides what it changed in the guild.
 *
 * @param reply to the member who acted, where something is to be said already
 * @param letters actions that no case depends on, before the one that does
 * @param request what Discord is to do
 */
public record Decision(Optional<Reply> reply, List<Action> letters, Optional<Request> request) {
    public static final Decision NOTHING = new Decision(Optional.empty(), List.of(), Optional.empty());

    public Decision {
        letters = List.copyOf(letters);
    }

    public static Decision replying(Reply reply) {
        return new Decision(Optional.of(reply), List.of(), Optional.empty());
    }

    public static Decision asking(long caseNumber, Action action) {
        return new Decision(Optional.empty(), List.of(), Optional.of(new Request(caseNumber, action)));
    }

    public Decision sending(Action letter) {
        List<Action> all = new ArrayList<>(letters);
        all.add(letter);
        return new Decision(reply, all, request);
    }

    /** An action whose result decides a case. */
    public record Request(long caseNumber, Action action) {}
}
