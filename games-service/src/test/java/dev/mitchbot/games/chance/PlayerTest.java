package dev.mitchbot.games.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlayerTest {
    private final SplittableRandom random = new SplittableRandom(1);
    private final Player player = Player.unknown(7).seeded(random);

    @Test
    void neverDrawsTwoGamesFromTheSameNonce() {
        Ticket first = player.take();
        player.choose("mine");
        Ticket second = player.take();
        player.choose("7");

        assertThat(first).isEqualTo(new Ticket(1, "7", 0));
        assertThat(second).isEqualTo(new Ticket(1, "mine", 1));
        assertThat(player.take()).isEqualTo(new Ticket(1, "7", 2));
    }

    @Test
    void revealsTheSeedThatItReplaces() {
        ServerSeed old = player.seed();
        Ticket ticket = player.take();

        player.replace(random);

        assertThat(player.revealed()).containsExactly(new RevealedSeed(7, 1, old));
        assertThat(player.revealed(1)).contains(old);
        assertThat(player.revealed(2)).isEmpty();
        assertThat(player.commitment()).isNotEqualTo(old.commitment());
        assertThat(player.take()).isEqualTo(new Ticket(2, "7", 0));
        assertThatThrownBy(() -> player.draws(ticket)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keepsItsSeedOnceItHasOne() {
        String commitment = player.commitment();

        assertThat(player.seeded(random).commitment()).isEqualTo(commitment);
        assertThat(player.revealed()).isEmpty();
    }

    @Test
    void takesNoClientSeedThatCouldBeMistaken() {
        assertThat(Player.isClientSeed("a-B_9")).isTrue();
        assertThat(Player.isClientSeed("")).isFalse();
        assertThat(Player.isClientSeed("1:2")).isFalse();
        assertThat(Player.isClientSeed("x".repeat(65))).isFalse();
        assertThatThrownBy(() -> player.choose("1:2")).isInstanceOf(IllegalArgumentException.class);
    }
}
