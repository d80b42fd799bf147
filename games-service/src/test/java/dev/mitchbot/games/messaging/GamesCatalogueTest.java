package dev.mitchbot.games.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.contracts.catalogue.Catalogue;
import dev.mitchbot.contracts.catalogue.CommandDefinition;
import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.games.guild.TestTables;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class GamesCatalogueTest {
    private final Catalogue catalogue = new GamesCatalogue().catalogue();

    @Test
    void announcesExactlyTheCommandsThatAreHandled() {
        assertThat(catalogue.commands())
                .extracting(command -> "games." + command.name() + ".v1")
                .containsExactlyInAnyOrderElementsOf(GamesHandlers.all(new SecureRandom(), TestTables.TIMES).stream()
                        .filter(handler -> handler.bodyType() == SlashCommand.class)
                        .map(handler -> handler.type())
                        .toList());
    }

    @Test
    void keepsToDiscordsLimits() {
        assertThat(catalogue.commands()).allSatisfy(command -> {
            assertThat(command.name()).matches("[a-z0-9_-]{1,32}");
            assertThat(command.description()).hasSizeBetween(1, 100);
            assertThat(command.options()).allSatisfy(option -> {
                assertThat(option.name()).matches("[a-z0-9_-]{1,32}");
                assertThat(option.description()).hasSizeBetween(1, 100);
                assertThat(option.max().orElse(0L)).isLessThanOrEqualTo(9_007_199_254_740_991L);
            });
        });
    }

    @Test
    void whispersWhatIsNobodyElsesBusiness() {
        assertThat(catalogue.commands())
                .filteredOn(CommandDefinition::ephemeral)
                .extracting(CommandDefinition::name)
                .containsExactly("fairness");
    }
}
