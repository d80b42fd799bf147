package dev.mitchbot.bench.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.contracts.command.SlashCommand;
import dev.mitchbot.contracts.wire.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OrderTest {
    private static final List<Order> ORDERS = Mix.of(new Community(0, 100, 1_000));

    @Test
    void putsTheIdIntoTheEncodedCommand() throws IOException {
        byte[] body = ORDERS.getFirst().bodyWith("1575000000000000042".getBytes(StandardCharsets.US_ASCII));

        SlashCommand command = Json.read(body, SlashCommand.class);
        assertThat(command.interaction().id()).isEqualTo(1_575_000_000_000_000_042L);
        assertThat(Long.toString(command.interaction().guildId()))
                .isEqualTo(ORDERS.getFirst().key());
    }

    @Test
    void mixesAsAnnounced() {
        Map<String, Long> byType = ORDERS.stream()
                .collect(Collectors.groupingBy(
                        order -> new String(order.type(), StandardCharsets.US_ASCII), Collectors.counting()));

        assertThat(byType)
                .containsOnlyKeys("economy.give.v1", "economy.balance.v1", "economy.daily.v1", "economy.work.v1");
        assertThat(byType.get("economy.give.v1") / (double) ORDERS.size()).isBetween(0.59, 0.61);
        assertThat(byType.get("economy.balance.v1") / (double) ORDERS.size()).isBetween(0.29, 0.31);
    }

    @Test
    void givesToSomebodyElse() throws IOException {
        for (Order order : ORDERS) {
            SlashCommand command = Json.read(order.body(), SlashCommand.class);
            assertThat(command.option("user"))
                    .isNotEqualTo(Optional.of("" + command.caller().id()));
        }
    }
}
