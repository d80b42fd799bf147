package dev.mitchbot.bench.ledger;

import dev.mitchbot.bench.machine.MeasuredStack;
import dev.mitchbot.infra.stack.Stack;

/** What must be true after the run, or its figures are worth nothing. */
final class Audit {
    private Audit() {}

    static String of(Stack stack, Load load) {
        load.settle();
        long faults = Long.parseLong(MeasuredStack.single(stack, "select count(*) from ledger_faults"));
        long entries = Long.parseLong(MeasuredStack.single(stack, "select count(*) from entries"));
        if (faults > 0 || load.repeated() > 0 || entries == 0) {
            throw new IllegalStateException("%d faults in the ledger, %d repeated replies, %d entries"
                    .formatted(faults, load.repeated(), entries));
        }
        return "Afterwards: %,d commands, as many replies, none twice; %,d ledger entries, no fault in the audit."
                .formatted(load.sent(), entries);
    }
}
