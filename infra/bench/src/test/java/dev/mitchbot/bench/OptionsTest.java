package dev.mitchbot.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mitchbot.bench.Options.UsageException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void measuresGrowthOnlyWhenNamed() {
        assertThat(parse().parts()).containsExactlyInAnyOrder("ledger", "start", "wait");
        assertThat(parse("--only", "growth,start").parts()).containsExactly("growth", "start");
    }

    @Test
    void takesTheLengthOfTheLoads() {
        Options options = parse("--seconds", "5", "--warm-up", "3");

        assertThat(options.measured()).isEqualTo(Duration.ofSeconds(5));
        assertThat(options.warmUp()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void takesTheNumberOfStarts() {
        assertThat(parse().starts()).isEqualTo(3);
        assertThat(parse("--starts", "1").starts()).isEqualTo(1);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> parse("--fast"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--fast");
        assertThatThrownBy(() -> parse("--only", "speed")).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> parse("--seconds", "0")).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> parse("--seconds")).isInstanceOf(UsageException.class);
    }

    private static Options parse(String... arguments) {
        return Options.parse(Path.of("home"), List.of(arguments));
    }
}
