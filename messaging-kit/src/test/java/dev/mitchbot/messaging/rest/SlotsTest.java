package dev.mitchbot.messaging.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlotsTest {
    private final List<Integer> inside = new ArrayList<>();
    private final Slots slots = new Slots(2);

    @Test
    void letSoManyInAndTheOthersInTheirTurn() {
        List.of(1, 2, 3, 4).forEach(this::enter);
        assertThat(inside).containsExactly(1, 2);

        slots.leave();
        assertThat(inside).containsExactly(1, 2, 3);

        slots.leave();
        slots.leave();
        slots.leave();
        List.of(5, 6, 7).forEach(this::enter);
        assertThat(inside).containsExactly(1, 2, 3, 4, 5, 6);
    }

    private void enter(int who) {
        slots.enter().subscribe().with(in -> inside.add(who));
    }
}
