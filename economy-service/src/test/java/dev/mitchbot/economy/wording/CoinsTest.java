package dev.mitchbot.economy.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoinsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "7|7",
                "999|999",
                "1000|1,000",
                "-999|-999",
                "-1000|-1,000",
                "100000|100,000",
                "9007199254740991|9,007,199,254,740,991"
            })
    void groupsTheDigitsInThrees(long amount, String shown) {
        assertThat(Coins.of(amount, "coins")).isEqualTo(shown + " coins");
    }
}
