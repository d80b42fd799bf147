package dev.mitchbot.economy.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mitchbot.economy.ledger.Accounts;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EconomySettingsTest {
    @Test
    void beginsWithTheDocumentedDefaults() {
        EconomySettings defaults = EconomySettings.DEFAULTS;

        assertThat(defaults.enabled()).isTrue();
        assertThat(defaults.currencyName()).isEqualTo("coins");
        assertThat(defaults.startingBalance()).isEqualTo(100);
        assertThat(defaults.dailyReward()).isEqualTo(100);
        assertThat(defaults.dailyCooldown()).isEqualTo(Duration.ofHours(24));
        assertThat(defaults.workRewardMin()).isEqualTo(50);
        assertThat(defaults.workRewardMax()).isEqualTo(150);
        assertThat(defaults.workCooldown()).isEqualTo(Duration.ofHours(1));
        assertThat(defaults.maxStake()).isEqualTo(1_000_000);
        assertThat(defaults.stakeInterval()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void takesZeroAsAValue() {
        EconomySettings zero = new EconomySettings(true, "coins", 0, 0, 10_000, 0, 0, 0, 0, 1, 0);

        assertThat(zero.startingBalance()).isZero();
        assertThat(zero.dailyReward()).isZero();
        assertThat(zero.dailyCooldown()).isZero();
        assertThat(zero.workCooldown()).isZero();
    }

    @Test
    void takesEveryValueAtItsLimit() {
        EconomySettings highest = new EconomySettings(
                true,
                "x".repeat(32),
                1_000_000,
                1_000_000,
                1_000_000,
                720,
                5_000,
                10_000,
                10_080,
                Accounts.CEILING,
                3_600);

        assertThat(highest.dailyReward()).isEqualTo(1_000_000);
    }

    @Test
    void namesEveryFieldThatIsOutsideItsLimits() {
        assertThatThrownBy(() ->
                        new EconomySettings(true, "", 1_000_001, 10_001, 10_000, 721, 5_001, 5_000, 10_081, 0, 3_601))
                .isInstanceOfSatisfying(
                        InvalidSettingsException.class,
                        invalid -> assertThat(invalid.fields())
                                .isEqualTo(List.of(
                                        "currencyName",
                                        "startingBalance",
                                        "dailyReward",
                                        "dailyCooldownHours",
                                        "workRewardMin",
                                        "workRewardMax",
                                        "workCooldownMinutes",
                                        "maxStake",
                                        "stakeIntervalSeconds")));
    }

    @Test
    void letsAGuildRaiseItsOwnLimitOfTheDailyReward() {
        assertThat(daily(10_000, 10_000).dailyReward()).isEqualTo(10_000);
        assertThat(daily(1_000_000, 1_000_000).dailyReward()).isEqualTo(1_000_000);
        assertThatThrownBy(() -> daily(10_001, 10_000)).hasMessageContaining("dailyReward");
        assertThatThrownBy(() -> daily(1, 1_000_001)).hasMessageContaining("dailyRewardLimit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " :) ", "a*b", "<@1>", "line\nbreak", "0123456789012345678901234567890123"})
    void refusesACurrencyThatIsNoPlainWord(String name) {
        assertThatThrownBy(() -> new EconomySettings(true, name, 100, 100, 10_000, 24, 50, 150, 60, 1_000_000, 3))
                .hasMessageContaining("currencyName");
    }

    private static EconomySettings daily(long reward, long limit) {
        return new EconomySettings(true, "coins", 100, reward, limit, 24, 50, 150, 60, 1_000_000, 3);
    }
}
