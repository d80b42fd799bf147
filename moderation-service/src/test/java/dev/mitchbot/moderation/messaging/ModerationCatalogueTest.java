package dev.mitchbot.moderation.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.contracts.catalogue.Catalogue;
import dev.mitchbot.contracts.catalogue.CommandDefinition;
import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.moderation.guild.TestGuild;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ModerationCatalogueTest {
    private final Catalogue catalogue = new ModerationCatalogue().catalogue();

    @Test
    void announcesExactlyTheCommandsThatAreHandled() {
        Set<String> announced = catalogue.commands().stream()
                .flatMap(ModerationCatalogueTest::types)
                .collect(Collectors.toSet());
        Set<String> handled = ModerationHandlers.all(TestGuild.TIMES).stream()
                .filter(handler -> handler.bodyType() == SlashCommand.class)
                .map(handler -> handler.type())
                .collect(Collectors.toSet());

        assertThat(announced).isEqualTo(handled);
    }

    @Test
    void leavesNothingToEverybody() {
        assertThat(catalogue.commands())
                .allSatisfy(command -> assertThat(command.defaultPermissions()).isNotZero());
    }

    @Test
    void keepsToDiscordsLimits() {
        assertThat(catalogue.commands()).allSatisfy(command -> {
            assertThat(command.name()).matches("[a-z0-9_-]{1,32}");
            assertThat(command.description()).hasSizeBetween(1, 100);
            assertThat(command.options()).allSatisfy(option -> {
                assertThat(option.name()).matches("[a-z0-9_-]{1,32}");
                assertThat(option.description()).hasSizeBetween(1, 100);
            });
        });
    }

    private static Stream<String> types(CommandDefinition command) {
        return command.subcommands().isEmpty()
                ? Stream.of("moderation." + command.name() + ".v1")
                : command.subcommands().stream()
                        .map(word -> "moderation." + command.name() + "." + word.name() + ".v1");
    }
}
