package dev.mitchbot.economy.store;

import dev.mitchbot.economy.ledger.Reason;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How the lines of a page are found: downwards along the index that leaves the fewest, looking at so many at most for
 * whatever else is asked for. Not every filter has an index of its own: each one costs whoever writes a line.
 *
 * @param lines SQL for the page
 * @param stop SQL for the last line that it may look at, if there are so many
 */
record LineWalk(String lines, String stop, boolean findsAllItLooksAt) {
    static final int LOOKED_AT_MAX = 50_000;

    /** Those in the index {@code entries_of_rare_reasons}. */
    static final Set<Reason> RARE = EnumSet.of(
            Reason.ADMIN_ADD, Reason.ADMIN_REMOVE, Reason.ADMIN_SET, Reason.STAKE_RELEASED, Reason.STAKE_EXPIRED);

    private static final String COLUMNS = """
            select entry_number, transaction_number, account_id, amount, balance_after, reason, counterparty, actor_id,
                   note, message_id, at
            """;
    private static final String RANGE = """
            from entries where guild_id = :guild and entry_number >= :first and entry_number < :before""";
    private static final String NEWEST_FIRST = " order by entry_number desc ";

    static LineWalk of(Journal.Filter filter) {
        List<String> others = new ArrayList<>();
        var walk = new StringBuilder(RANGE);
        if (filter.reason().filter(RARE::contains).isPresent()) {
            walk.append(
                    " and reason = '%s'".formatted(filter.reason().orElseThrow().name()));
            filter.member().ifPresent(member -> others.add("account_id = :member"));
        } else {
            filter.member().ifPresent(member -> walk.append(" and account_id = :member"));
            filter.reason().ifPresent(reason -> others.add("reason = :reason"));
        }
        filter.from().ifPresent(from -> others.add("at >= :from"));
        filter.to().ifPresent(to -> others.add("at < :to"));
        return of(walk + NEWEST_FIRST, others);
    }

    private static LineWalk of(String walk, List<String> others) {
        String stop = "select entry_number " + walk + "offset " + (LOOKED_AT_MAX - 1) + " limit 1";
        String lines = others.isEmpty()
                ? COLUMNS + walk
                : "%s from (%s limit %d) looked_at where %s"
                        .formatted(COLUMNS, COLUMNS + walk, LOOKED_AT_MAX, String.join(" and ", others))
                        .concat(NEWEST_FIRST);
        return new LineWalk(lines + "limit :most", stop, others.isEmpty());
    }
}
