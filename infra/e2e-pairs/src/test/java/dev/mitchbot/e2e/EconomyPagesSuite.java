package dev.mitchbot.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A guild's settings and books in the dashboard. */
abstract class EconomyPagesSuite extends DashboardSuite {
    EconomyPagesSuite(Dashboard dashboard) {
        super(dashboard);
    }

    @Test
    void aDailyRewardThatTheOwnerChangesIsPaidInTheNextDaily() {
        Page page = as("alice", Look.DESKTOP);
        page.locator("a.card").click();
        field(page, "dailyReward").fill("275");
        field(page, "currencyName").fill("doubloons");
        save(page);

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Saved.");
        assertThat(field(page, "dailyReward")).hasValue("275");
        Browser.picture(page, "dashboard-settings");
        assertThat(guild().daily(dave()).text()).contains("**275 doubloons**");
    }

    @Test
    void eachInvalidFieldHasItsMessageAndNothingIsSaved() {
        Page page = at("alice", "/economy");
        String before = field(page, "dailyRewardLimit").inputValue();
        field(page, "dailyRewardLimit").fill("5");
        field(page, "workRewardMax").fill("lots");
        save(page);

        assertThat(page.locator("#dailyRewardLimit-error")).containsText("10,000 to 1,000,000");
        assertThat(page.locator("#workRewardMax-error")).isVisible();
        assertThat(page.locator(".error")).hasCount(2);
        assertThat(field(page, "workRewardMax")).hasValue("lots");
        Browser.picture(page, "dashboard-invalid");
        page.reload();
        page.navigate(page.url());
        assertThat(field(page, "dailyRewardLimit")).hasValue(before);
    }

    @Test
    void saysSoWhenSomebodyElseWasFaster() {
        Page slower = at("alice", "/economy");
        Page faster = at("alice", "/economy");
        field(faster, "workCooldownMinutes").fill("45");
        field(slower, "workCooldownMinutes").fill("30");
        save(faster);
        assertThat(faster.getByRole(AriaRole.STATUS)).isVisible();
        save(slower);

        assertThat(slower.getByRole(AriaRole.ALERT)).containsText("Somebody else changed these settings meanwhile");
        assertThat(field(slower, "workCooldownMinutes")).hasValue("45");
        assertThat(slower.getByText("You had: 30")).isVisible();
        field(slower, "workCooldownMinutes").fill("30");
        save(slower);
        assertThat(slower.getByRole(AriaRole.STATUS)).isVisible();
    }

    @Test
    void showsWhatACoinflipMovedAndFiltersWithoutLoadingThePageAgain() {
        guild().daily(erin());
        Seen flip = guild().use(erin(), "coinflip", Map.of("amount", 10, "choice", "heads"));
        boolean won = flip.text().startsWith("**Heads.**");
        Page page = at("alice", "/ledger");
        page.evaluate("window.isStillThere = true");
        field(page, "member").fill(erin());
        button(page, "Filter").click();
        assertThat(page).hasURL(Pattern.compile("member=" + erin()));
        assertThat(page.locator("tbody tr", containing("Daily reward"))).hasCount(1);
        field(page, "reason").selectOption("STAKE_PLAYED");
        button(page, "Filter").click();

        assertThat(page).hasURL(Pattern.compile("reason=STAKE_PLAYED"));
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody tr")).containsText(erin());
        assertThat(page.locator("tbody tr .number").first()).hasText(won ? "+9" : "−10");
        assertThat(page.evaluate("window.isStillThere")).isEqualTo(true);
        assertThat(page.locator("nav [aria-current]")).hasText("Ledger");
    }

    @Test
    void leadsFromWalletsAndLeaderboardToAMembersLedger() {
        guild().daily(carol());
        Page page = at("alice", "/economy");
        tab(page, "Wallets").click();
        field(page, "member").fill(carol());
        button(page, "Find").click();
        assertThat(page.locator("tbody tr")).hasCount(1);
        page.getByLabel(Pattern.compile("^Ledger of ")).click();
        assertThat(page.locator("h1")).hasText("Ledger");
        assertThat(field(page, "member")).hasValue(carol());
        assertThat(page.locator("tbody tr", containing("Daily reward"))).isVisible();
        page.getByText("Show all").click();
        assertThat(page.locator("tbody tr", containing("mint")).first()).isVisible();

        tab(page, "Leaderboard").click();
        assertThat(page.locator("h1")).hasText("Leaderboard");
        List<Long> balances = page.locator("td.number").allTextContents().stream()
                .map(balance -> Long.valueOf(balance.replace(",", "")))
                .toList();
        assertThat(balances).isNotEmpty().isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(page.locator("td.rank").first()).hasText("1");
        page.locator("tr", containing(carol())).locator("a").click();
        assertThat(field(page, "member")).hasValue(carol());
    }

    @Test
    void namesAFilterThatIsNone() {
        Page alice = as("alice", Look.DESKTOP);
        APIResponse answer = get(alice, path("/ledger?member=me&from=yesterday"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text())
                .contains("Member must be a Discord id or the name of somebody seen here", "From must be a time");
        assertThat(get(alice, path("/ledger?member=7")).text()).contains("No line fits these filters.");

        Page page = at("alice", "/ledger");
        field(page, "member").fill("nobody at all");
        button(page, "Filter").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Member must be a Discord id or the name");
        assertThat(page.getByText("No line fits")).hasCount(0);
    }
}
