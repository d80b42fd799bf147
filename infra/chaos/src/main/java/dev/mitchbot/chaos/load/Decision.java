package dev.mitchbot.chaos.load;

/**
 * What a member is about to do.
 *
 * @param guild index of the guild
 * @param actor index of the member who acts; 0 is the owner
 * @param other index of whom it concerns
 */
record Decision(Act act, int guild, int actor, int other, long amount) {
    /** Something else with the same people. */
    Decision as(Act another) {
        return new Decision(another, guild, actor, other, amount);
    }
}
