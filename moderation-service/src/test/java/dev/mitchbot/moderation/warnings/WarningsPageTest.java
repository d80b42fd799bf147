package dev.mitchbot.moderation.warnings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.moderation.cases.Warning;
import dev.mitchbot.moderation.guild.PageKey;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarningsPageTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "x"})
    void cutsAReasonBetweenCharacters(String before) {
        Warning warning = new Warning(7, 3, before + "🦆".repeat(61), Instant.EPOCH);
        WarningsPage page = WarningsPage.of(PageKey.first(4), List.of(warning));

        String shown = page.message(1).embeds().getFirst().description().orElseThrow();

        assertThat(shown).endsWith("🦆…");
        assertThat(shown.codePoints()).noneMatch(character -> Character.getType(character) == Character.SURROGATE);
    }
}
