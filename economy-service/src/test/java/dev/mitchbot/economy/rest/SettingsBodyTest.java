package dev.mitchbot.economy.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mitchbot.contracts.wire.Json;
import dev.mitchbot.economy.ledger.Accounts;
import dev.mitchbot.economy.settings.EconomySettings;
import dev.mitchbot.messaging.rest.Fields;
import dev.mitchbot.messaging.rest.Problem.FieldError;
import dev.mitchbot.messaging.rest.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsBodyTest {
    private static final long CEILING = Accounts.CEILING;
    private static final Map<String, Object> VALID = Map.ofEntries(
            Map.entry("enabled", true),
            Map.entry("currencyName", "coins"),
            Map.entry("startingBalance", 100),
            Map.entry("dailyReward", 100),
            Map.entry("dailyRewardLimit", 1_000_000),
            Map.entry("dailyCooldownHours", 24),
            Map.entry("workRewardMin", 0),
            Map.entry("workRewardMax", 10_000),
            Map.entry("workCooldownMinutes", 60),
            Map.entry("maxStake", 1_000_000),
            Map.entry("stakeIntervalSeconds", 3));

    @Test
    void takesZeroAsAValueWhereItIsWithinTheLimits() {
        EconomySettings zero = SettingsBody.read(body(Map.of("dailyReward", 0, "stakeIntervalSeconds", 0)));

        assertThat(zero.dailyReward()).isZero();
        assertThat(zero.stakeInterval()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "startingBalance, 0, 1000000",
        "dailyReward, 0, 1000000",
        "dailyRewardLimit, 10000, 1000000",
        "dailyCooldownHours, 1, 168",
        "workRewardMin, 0, 5000",
        "workRewardMax, 0, 10000",
        "workCooldownMinutes, 1, 1440",
        "maxStake, 1, " + CEILING,
        "stakeIntervalSeconds, 0, 3600"
    })
    void takesEachLimitAndNamesItToWhoeverGoesBeyond(String field, long smallest, long largest) {
        assertThat(errors(field, smallest)).isEmpty();
        assertThat(errors(field, largest)).isEmpty();
        var error = new FieldError(field, "must be a whole number from " + smallest + " to " + largest);
        assertThat(errors(field, smallest - 1)).containsExactly(error);
        assertThat(errors(field, largest + 1)).containsExactly(error);
    }

    @Test
    void letsAGuildRaiseItsOwnLimitOfTheDailyReward() {
        assertThat(errors(Map.of("dailyReward", 10_000, "dailyRewardLimit", 10_000)))
                .isEmpty();
        assertThat(errors(Map.of("dailyReward", 10_001, "dailyRewardLimit", 10_000)))
                .containsExactly(new FieldError("dailyReward", "must not exceed dailyRewardLimit, 10000"));
    }

    @Test
    void wantsTheHighestWageNotBelowTheLowest() {
        assertThat(errors(Map.of("workRewardMin", 70, "workRewardMax", 70))).isEmpty();
        assertThat(errors(Map.of("workRewardMin", 70, "workRewardMax", 69)))
                .containsExactly(new FieldError("workRewardMax", "must not be below workRewardMin, 70"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "   ", "\t", " :) ", "a*b", "<@1>", "line\nbreak", "012345678901234567890123456789012"})
    void refusesACurrencyThatIsNoPlainWord(String name) {
        assertThat(errors("currencyName", name))
                .containsExactly(new FieldError(
                        "currencyName",
                        "must be 1 to 32 letters, digits, spaces, hyphens or underscores, and not blank"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "gold", "pieces of 8", "Größe_-1", "01234567890123456789012345678901"})
    void takesThePlainNameOfACurrencyWithoutTheSpacesAroundIt(String name) {
        assertThat(SettingsBody.read(body(Map.of("currencyName", name))).currencyName())
                .isEqualTo(name);
        assertThat(SettingsBody.read(body(Map.of("currencyName", " " + name + " \n")))
                        .currencyName())
                .isEqualTo(name);
    }

    private static List<FieldError> errors(String field, Object value) {
        return errors(Map.of(field, value));
    }

    private static List<FieldError> errors(Map<String, Object> changes) {
        var refused = catchThrowableOfType(ProblemException.class, () -> SettingsBody.read(body(changes)));
        return refused == null ? List.of() : refused.problem().errors();
    }

    private static Fields body(Map<String, Object> changes) {
        var body = new HashMap<>(VALID);
        body.putAll(changes);
        return Fields.of(new String(Json.write(body), StandardCharsets.UTF_8));
    }
}
