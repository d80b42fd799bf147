package dev.mitchbot.moderation.cases;

/** Where a case stands. The names stand in the database for ever. */
public enum CaseState {
    /** With Discord. */
    REQUESTED,
    DONE,
    /** Discord refused. */
    FAILED,
    /** Discord never answered: it may be done or not. */
    UNANSWERED
}
