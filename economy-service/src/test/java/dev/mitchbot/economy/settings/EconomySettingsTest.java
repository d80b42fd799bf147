package dev.mitchbot.economy.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

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
}
