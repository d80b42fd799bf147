package dev.mitchbot.infra.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExpressionsTest {
    @Test
    void looksAtMetricsWithTheirLabelsAndAtNothingElse() {
        assertThat(Expressions.selectors(
                        "sum by (le, b) (rate(a_total{b=~\"c|d\"}[5m])) / max(e) > 0.2 or absent(up{f=\"g\"})"))
                .containsExactly("a_total{b=~\"c|d\"}", "e", "up{f=\"g\"}");
        assertThat(Expressions.selectors("a - (a offset 10m or a * 0)")).containsExactly("a");
    }
}
