package dev.mitchbot.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds for every page of the dashboard. */
abstract class AnyPageSuite extends DashboardSuite {
    private static final String ASK_ALL = """
            (pages) => Promise.all(Object.entries(pages).map(async ([name, page]) => {
                const answer = await fetch(page);
                return [name, answer.status + " " + await answer.text()];
            })).then(Object.fromEntries)
            """;

    AnyPageSuite(Dashboard dashboard) {
        super(dashboard);
    }

    @Test
    void theAuditTrailSaysWhoChangedWhat() {
        Page page = at("alice", "/economy");
        field(page, "stakeIntervalSeconds").fill("4");
        save(page);
        assertThat(page.getByRole(AriaRole.STATUS)).isVisible();
        guild().eco(
                        guild().member(0),
                        "add",
                        Map.of("user", guild().member(2), "amount", 1_250, "reason", "for the books"));

        tab(page, "Audit").click();
        Locator trail = page.locator("tbody");
        await().atMost(TOLD_WITHIN).until(() -> {
            page.reload();
            return page.getByText("Balance adjusted").count() > 0
                    && page.getByText("Games, pause between two stakes").count() > 0;
        });
        assertThat(trail).containsText("Games, pause between two stakes 3 → 4");
        assertThat(trail).containsText("+1,250, now");
        assertThat(trail).containsText(guild().member(0));
        assertThat(page.locator("nav [aria-current]")).hasText("Audit");
        Browser.picture(page, "dashboard-audit");

        field(page, "member").fill(carol());
        button(page, "Filter").click();
        assertThat(page.getByText("Games, pause between two stakes")).hasCount(0);
        assertThat(trail).containsText("+1,250, now");
        field(page, "member").fill("nobody at all");
        button(page, "Filter").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Member must be a Discord id");
        APIResponse file = get(page, path("/audit.csv"));
        assertThat(file.headers().get("content-disposition")).contains("audit-" + guild().id() + ".csv");
        assertThat(file.text().lines())
                .startsWith("\"at\",\"actorId\",\"actor\",\"deed\",\"subjectId\",\"subject\",\"detail\"")
                .anyMatch(line -> line.contains("\"Balance adjusted\",\"" + carol() + "\""));
    }

    @Test
    void saysPlainlyThatAServiceIsAway() {
        Page alice = at("alice", "/cases");
        Page filtered = at("alice", "/cases");
        Map<String, String> pages = Map.of(
                "economy", path("/economy"), "moderation", path("/cases"), "games", path("/games?member=" + erin()));
        bot().whileSilent(List.copyOf(pages.keySet()), () -> {
            button(filtered, "Filter").evaluate("button => button.click()"); // does not wait for the next page
            Map<?, ?> answers = (Map<?, ?>) alice.evaluate(ASK_ALL, pages);
            assertThat(get(alice, "/").status()).isEqualTo(200);
            assertThat(filtered.getByText("moderation-service does not answer")).isVisible();
            pages.keySet()
                    .forEach(service -> assertThat(answers.get(service).toString())
                            .startsWith("503 ")
                            .contains(service + "-service does not answer"));
        });
        pages.values().forEach(page -> assertThat(get(alice, page).status()).isEqualTo(200));
    }

    @Test
    void keepsAFormWhoseFateIsUnknownAndSavesItOnceWhenItIsSentAgain() {
        Page settings = at("alice", "/economy");
        field(settings, "maxStake").fill("4321");
        Page one = caseOf("to be changed");
        field(one, "reason").fill("changed in the end");
        bot().whileSilent(List.of("economy", "moderation"), () -> {
            for (Page form : List.of(settings, one)) {
                button(form, "Save").evaluate("button => button.click()"); // does not wait for the next page
            }
            for (Page form : List.of(settings, one)) {
                assertThat(form.getByRole(AriaRole.ALERT)).containsText("nobody knows yet whether this was saved");
            }
        });
        assertThat(field(settings, "maxStake")).hasValue("4321");
        save(settings);
        assertThat(settings.getByRole(AriaRole.STATUS)).containsText("Saved.");
        assertThat(field(one, "reason")).hasValue("changed in the end");
        save(one);
        assertThat(one.getByRole(AriaRole.STATUS)).containsText("Saved.");
        assertThat(one.locator("dd.reason")).hasText("changed in the end");
    }

    @Test
    void sendsHeadersThatKeepPagesToThemselves() {
        Map<String, String> headers = get(as("alice", Look.DESKTOP), "/").headers();
        assertThat(headers)
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("x-frame-options", "DENY")
                .containsEntry("cache-control", "no-store");
        assertThat(headers.get("content-security-policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void isUsableInEveryLookAndByReadersOfTheScreen() {
        warn("what a page looks like");
        guild().use(bob(), "coinflip", Map.of("amount", 1, "choice", "heads"));
        for (Look look : Look.values()) {
            Page page = as("alice", look);
            for (String path : List.of(
                    "/",
                    "/economy",
                    "/wallets",
                    "/leaderboard",
                    "/ledger",
                    "/games?member=" + bob(),
                    "/cases",
                    "/cases/1",
                    "/audit")) {
                page.navigate(url() + (path.equals("/") ? path : path(path)));
                assertThat(page.locator("h1")).isVisible();
                if (look != Look.DARK_PHONE) { // the colours of one that is looked at, the layout of another
                    assertThat(Browser.barriers(page)).as(look + " " + path).isEmpty();
                }
                assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                        .as(look + " " + path)
                        .isEqualTo(0);
                Browser.picture(
                        page,
                        "dashboard-" + look.name().toLowerCase() + "-"
                                + (path.equals("/")
                                        ? "guilds"
                                        : path.substring(1)
                                                .replaceAll("\\?.*", "")
                                                .replace('/', '-')));
            }
        }
    }
}
