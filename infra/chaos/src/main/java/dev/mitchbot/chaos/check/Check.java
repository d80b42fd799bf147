package dev.mitchbot.chaos.check;

import java.util.List;

/** One promise, and how to see whether it was kept. A service that comes later adds its own to {@link #ALL}. */
public sealed interface Check
        permits EverybodyWasAnswered,
                EverythingHappenedOnce,
                GamesEndedOnce,
                BansEndedOnce,
                ChangesStandOnce,
                AnswersSayWhatHappened,
                TheBooksAddUp,
                NothingIsLeftHanging,
                DeadLettersAreThePoison,
                EverythingCameBack,
                EveryFaultTookPlace {
    /** All of them. */
    List<Check> ALL = List.of(
            new EverybodyWasAnswered(),
            new EverythingHappenedOnce(),
            new GamesEndedOnce(),
            new BansEndedOnce(),
            new ChangesStandOnce(),
            new AnswersSayWhatHappened(),
            new TheBooksAddUp(),
            new NothingIsLeftHanging(),
            new DeadLettersAreThePoison(),
            new EverythingCameBack(),
            new EveryFaultTookPlace());

    /** What is promised, in one sentence. */
    String promise();

    List<Violation> violations(Evidence evidence);
}
