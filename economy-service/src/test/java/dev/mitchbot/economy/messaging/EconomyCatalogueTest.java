package dev.mitchbot.economy.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.contracts.catalogue.Catalogue;
import dev.mitchbot.contracts.catalogue.CommandDefinition;
import dev.mitchbot.contracts.catalogue.Option;
import dev.mitchbot.contracts.command.Permission;
import dev.mitchbot.contracts.command.SlashCommand;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EconomyCatalogueTest {
    private final Catalogue catalogue = new EconomyCatalogue().catalogue();

    @Test
    void announcesExactlyTheCommandsThatAreHandled() {
        Set<String> announced = catalogue.commands().stream()
                .flatMap(EconomyCatalogueTest::types)
                .collect(Collectors.toSet());
        Set<String> handled = EconomyHandlers.all(new SecureRandom()).stream()
                .filter(handler -> handler.bodyType() == SlashCommand.class)
                .map(handler -> handler.type())
                .collect(Collectors.toSet());

        assertThat(announced).isEqualTo(handled);
    }

    @Test
    void keepsToDiscordsLimits() {
        assertThat(catalogue.commands()).allSatisfy(command -> {
            assertThat(command.name()).matches("[a-z0-9_-]{1,32}");
            assertThat(command.description()).hasSizeBetween(1, 100);
        });
        assertThat(options()).allSatisfy(option -> {
            assertThat(option.name()).matches("[a-z0-9_-]{1,32}");
            assertThat(option.description()).hasSizeBetween(1, 100);
            assertThat(Math.abs(option.max().orElse(0L))).isLessThanOrEqualTo(9_007_199_254_740_991L);
        });
    }

    @Test
    void leavesTheEconomyToThoseInCharge() {
        assertThat(catalogue.commands())
                .filteredOn(command -> command.defaultPermissions() != 0)
                .singleElement()
                .satisfies(eco -> {
                    assertThat(eco.name()).isEqualTo("eco");
                    assertThat(eco.defaultPermissions())
                            .isEqualTo(Permission.all(Permission.ADMINISTRATOR, Permission.MANAGE_GUILD));
                });
    }

    private List<Option> options() {
        return catalogue.commands().stream()
                .flatMap(command -> Stream.concat(
                        command.options().stream(),
                        command.subcommands().stream().flatMap(word -> word.options().stream())))
                .toList();
    }

    private static Stream<String> types(CommandDefinition command) {
        return command.subcommands().isEmpty()
                ? Stream.of("economy." + command.name() + ".v1")
                : command.subcommands().stream().map(word -> "economy." + command.name() + "." + word.name() + ".v1");
    }
}
