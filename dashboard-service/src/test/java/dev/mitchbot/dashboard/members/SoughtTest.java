package dev.mitchbot.dashboard.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SoughtTest {
    @Test
    void isWhoHasTheName() {
        assertThat(Sought.byName("carol", List.of("42")).parameter()).isEqualTo("42");
    }

    @Test
    void isNobodyWhereTheNameFitsSeveral() {
        Sought twins = Sought.byName("twin", List.of("42", "43"));
        assertThat(twins.id()).isEmpty();
        assertThat(twins.errors()).isEqualTo(Map.of("member", "fits several, whose ids are 42, 43"));
    }

    @Test
    void listsNoMoreThanTenOfOneName() {
        List<String> ids =
                IntStream.rangeClosed(1, 11).mapToObj(Integer::toString).toList();
        assertThat(Sought.byName("legion", ids).errors())
                .isEqualTo(Map.of("member", "fits several, whose ids are 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and more"));
    }

    @Test
    void saysOfItsFilterWhatItKnowsItselfAndKeepsWhatTheServiceSaysOfOthers() {
        Sought nobody = Sought.byName("me", List.of());
        assertThat(nobody.parameter()).isEqualTo("me");
        assertThat(nobody.errors(Map.of("user", "must be a Discord id", "kind", "must be one of BAN"), "user"))
                .isEqualTo(Map.of(
                        "member",
                        "must be a Discord id or the name of somebody seen here",
                        "kind",
                        "must be one of BAN"));
    }
}
