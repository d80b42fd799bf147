package dev.mitchbot.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A player's games in the dashboard. */
abstract class GamePagesSuite extends DashboardSuite {
    GamePagesSuite(Dashboard dashboard) {
        super(dashboard);
    }

    @Test
    void showsWhatAGameWasDrawnFromOnceThePlayerHasReplacedTheSeed() throws Exception {
        String player = guild().member(0);
        guild().use(player, "coinflip", Map.of("amount", 10, "choice", "tails"));
        Page page = at("alice", "/games");
        assertThat(page.getByText("Whose games?")).isVisible();
        field(page, "member").fill(player);
        button(page, "Show").click();
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody tr")).containsText("called tails");
        page.locator("summary").click();
        assertThat(proof(page, 1)).hasText("a secret until the player has it replaced by /fairness");
        String promised = proof(page, 0).textContent();

        guild().click(player, guild().use(player, "fairness", Map.of()), "Replace the seed");
        page.reload();
        page.locator("summary").click();
        assertThat(proof(page, 0)).hasText(promised);
        assertThat(sha256(proof(page, 1).textContent())).isEqualTo(promised);
        assertThat(proof(page, 3)).hasText("0");
        Browser.picture(page, "dashboard-game");
    }

    private static Locator proof(Page page, int line) {
        return page.locator(".proof dd").nth(line);
    }

    private static String sha256(String hex) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(HexFormat.of().parseHex(hex)));
    }
}
