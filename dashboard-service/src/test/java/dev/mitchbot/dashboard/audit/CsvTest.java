package dev.mitchbot.dashboard.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void quotesEveryValue() {
        assertThat(Csv.line(List.of("a", "", "said \"no\", twice")))
                .isEqualTo("\"a\",\"\",\"said \"\"no\"\", twice\"\r\n");
    }

    @Test
    void leavesNoFormulaToASpreadsheet() {
        assertThat(Csv.line(List.of("=HYPERLINK(1)", "+1", "-1", "@sum", "\tx", "1-1")))
                .isEqualTo("\"'=HYPERLINK(1)\",\"'+1\",\"'-1\",\"'@sum\",\"'\tx\",\"1-1\"\r\n");
    }
}
