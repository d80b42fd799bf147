package dev.mitchbot.moderation.cases;

import dev.mitchbot.contracts.moderation.ModerationEvent;
import dev.mitchbot.contracts.moderation.ModerationEvent.CaseClosed;
import dev.mitchbot.contracts.moderation.ModerationEvent.CaseKind;
import dev.mitchbot.contracts.moderation.ModerationEvent.CaseOpened;
import dev.mitchbot.contracts.moderation.ModerationEvent.CaseReasonChanged;
import dev.mitchbot.contracts.moderation.ModerationEvent.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The cases of a guild that a batch is about, and those that it opens. */
public final class CaseLog {
    private static final Set<CaseKind> OF_BANS = Set.of(CaseKind.BAN, CaseKind.TEMPBAN, CaseKind.UNBAN);

    private final long guildId;
    private final Map<Long, Case> cases = new LinkedHashMap<>();
    private final Map<Long, Case> changed = new LinkedHashMap<>();
    private final List<ModerationEvent> news = new ArrayList<>();
    private long lastNumber;

    /** @param lastNumber the number given last in this guild, 0 where none was */
    public CaseLog(long guildId, long lastNumber, Collection<Case> loaded) {
        this.guildId = guildId;
        this.lastNumber = lastNumber;
        loaded.forEach(one -> cases.put(one.number(), one));
    }

    public Case open(Opening opening, Instant now) {
        Case opened = keep(Case.open(++lastNumber, opening, now));
        news.add(new CaseOpened(
                guildId,
                opened.number(),
                opened.kind(),
                opened.targetId(),
                opened.moderatorId(),
                opened.reason(),
                now));
        return opened;
    }

    public Case close(Case open, Outcome outcome, Optional<String> failure, Instant now) {
        Case closed = keep(open.closed(CaseState.valueOf(outcome.name()), failure, now));
        news.add(new CaseClosed(
                guildId,
                closed.number(),
                closed.kind(),
                closed.targetId(),
                closed.moderatorId(),
                closed.reason(),
                outcome,
                failure,
                now));
        return closed;
    }

    /** Somebody in charge gives the case another reason; the same one changes nothing. */
    public Case reword(Case one, String reason, long actorId, Instant now) {
        if (reason.equals(one.reason())) {
            return one;
        }
        news.add(new CaseReasonChanged(guildId, one.number(), actorId, one.reason(), reason, now));
        return keep(one.reworded(reason));
    }

    /** The action with this id is to do what the case wants. */
    public void asked(long number, String actionId) {
        keep(find(number).orElseThrow().askedBy(Optional.of(actionId)));
    }

    /** What was to do it has failed, and will be tried again. */
    public void askedInVain(Case open) {
        keep(open.askedBy(Optional.empty()));
    }

    /** Nobody has to be told again that Discord is slow. */
    public void noticed(Case one) {
        keep(one.noticed());
    }

    public Optional<Case> find(long number) {
        return Optional.ofNullable(cases.get(number));
    }

    public Optional<Case> askedAs(String actionId) {
        return cases.values().stream()
                .filter(one -> one.actionId().filter(actionId::equals).isPresent())
                .findFirst();
    }

    /** The last word on whether a user is banned, unless Discord refused it. */
    public Optional<Case> latestOfBans(long userId) {
        return latestOfBans(userId, one -> one.state() != CaseState.FAILED);
    }

    /** The last action of somebody on whether a user is banned that Discord has not answered. */
    public Optional<Case> latestUnderWay(long userId) {
        return latestOfBans(userId, one -> one.isOpen() && one.relatedCase().isEmpty());
    }

    private Optional<Case> latestOfBans(long userId, Predicate<Case> wanted) {
        return cases.values().stream()
                .filter(one -> one.targetId() == userId && OF_BANS.contains(one.kind()))
                .filter(wanted)
                .max(Comparator.comparingLong(Case::number));
    }

    /** Warnings that the batch has given so far. */
    public long freshWarnings(long userId) {
        return changed.values().stream()
                .filter(one -> one.kind() == CaseKind.WARN && one.targetId() == userId)
                .count();
    }

    public Collection<Case> changed() {
        return changed.values();
    }

    public long lastNumber() {
        return lastNumber;
    }

    /** What has happened since this was asked last. */
    public List<ModerationEvent> takeNews() {
        List<ModerationEvent> taken = List.copyOf(news);
        news.clear();
        return taken;
    }

    private Case keep(Case one) {
        cases.put(one.number(), one);
        changed.put(one.number(), one);
        return one;
    }
}
