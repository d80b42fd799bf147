package dev.mitchbot.chaos.check;

import java.util.ArrayList;
import java.util.List;

/** Asked of the tables themselves and, as a second opinion, of the view that the service's own audit reads. */
record TheBooksAddUp() implements Check {
    private static final List<String> FAULTS = List.of(
            "select guild_id, 'sums to ' || sum(balance) from accounts group by guild_id having sum(balance) <> 0",
            """
            select a.guild_id, a.account_id || ' holds ' || a.balance || ', its entries sum to ' || coalesce(sum(e.amount), 0)
            from accounts a left join entries e on e.guild_id = a.guild_id and e.account_id = a.account_id
            group by a.guild_id, a.account_id, a.balance having a.balance <> coalesce(sum(e.amount), 0)""",
            """
            select guild_id, account_id || ' fell to ' || running || ' with entry ' || entry_number
            from (select guild_id, account_id, entry_number,
                         sum(amount) over (partition by guild_id, account_id order by entry_number) running
                  from entries where account_id > 4) e where running < 0""",
            "select guild_id, fault from ledger_faults");

    @Override
    public String promise() {
        return "Every guild sums to zero, every wallet is the sum of its entries and was never below zero";
    }

    @Override
    public List<Violation> violations(Evidence evidence) {
        var found = new ArrayList<Violation>();
        for (String faults : FAULTS) {
            evidence.rows("economy", faults)
                    .forEach(row -> found.add(Violation.of(this, "guild " + row.get(0) + ": " + row.get(1))));
        }
        return found;
    }
}
