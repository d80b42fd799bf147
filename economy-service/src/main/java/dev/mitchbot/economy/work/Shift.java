package dev.mitchbot.economy.work;

import java.util.List;

/** What members do for their wages. */
final class Shift {
    static final List<String> ALL = List.of(
            "You sat through a meeting about meetings.",
            "You renamed `final_v2_REAL` to `final_v3`. Promotion pending.",
            "You watered the office plant. It is plastic.",
            "You counted the paper clips. All of them.",
            "You answered a phone that was not ringing.",
            "You carried a ladder from one room to another, looking busy.",
            "You alphabetised the alphabet.",
            "You held a door open for an hour. One person came.",
            "You tested a light switch until it failed.",
            "You wrote minutes for a meeting that could have been silence.",
            "You guarded a cone. Nobody took the cone.",
            "You moved a spreadsheet cell to the left, then back.",
            "You sharpened pencils for an office without paper.",
            "You fixed the printer by looking at it with contempt.",
            "You translated a manual from confusing to confusing.");

    private Shift() {}
}
