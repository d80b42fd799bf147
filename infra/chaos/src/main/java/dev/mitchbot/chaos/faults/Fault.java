package dev.mitchbot.chaos.faults;

import dev.mitchbot.chaos.plan.PlannedFault;

/** One way to break things. Returns when it is over and everything it did has been undone. */
interface Fault {
    void strike(PlannedFault planned) throws Exception;
}
