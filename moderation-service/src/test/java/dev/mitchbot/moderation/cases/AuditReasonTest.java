package dev.mitchbot.moderation.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.contracts.moderation.ModerationEvent.CaseKind;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditReasonTest {
    @Test
    void namesTheCaseAndWhoIsBehindIt() {
        assertThat(AuditReason.of(because("spam"), "mod")).isEqualTo("spam (case #7, mod)");
    }

    @Test
    void cutsAReasonThatDiscordWouldRefuse() {
        assertThat(AuditReason.of(because("x".repeat(600)), "mod"))
                .hasSize(512)
                .startsWith("xxx")
                .endsWith("x… (case #7, mod)");
    }

    @Test
    void cutsNoCharacterInHalf() {
        for (String before : new String[] {"", "x"}) {
            assertThat(AuditReason.of(because(before + "🦆".repeat(300)), "mod"))
                    .hasSizeBetween(511, 512)
                    .endsWith("🦆… (case #7, mod)");
        }
    }

    private static Case because(String reason) {
        Opening opening = new Opening(
                CaseKind.BAN, 4, 3, reason, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return Case.open(7, opening, Instant.EPOCH);
    }
}
