package dev.mitchbot.messaging;

import dev.mitchbot.messaging.Inbox.Handled;
import dev.mitchbot.messaging.Message.MessageId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What became of a batch, and all that is to be published, in order, once its transaction is committed. */
final class Outcome {
    final List<Decided> decided = new ArrayList<>();
    final List<Message> reusedIds = new ArrayList<>();
    final List<Outgoing> outgoing = new ArrayList<>();
    int queries;
    int duplicates;
    int stale;
    private Map<MessageId, Handled> known = Map.of();

    void known(Map<MessageId, Handled> handledBefore) {
        known = handledBefore;
    }

    void repeat(List<Outgoing> firstAnswer) {
        duplicates++;
        outgoing.addAll(firstAnswer);
    }

    void take(Decided decision, boolean query) {
        if (query) {
            queries++;
        } else {
            decided.add(decision);
        }
        outgoing.addAll(decision.caused());
    }

    /** The response to a message that was decided in this batch or before it. */
    Optional<byte[]> responseTo(MessageId id) {
        return decided.stream()
                .filter(decision -> decision.message().id().equals(id))
                .findFirst()
                .map(Decided::response)
                .orElseGet(() -> Optional.ofNullable(known.get(id)).flatMap(Handled::response));
    }
}
