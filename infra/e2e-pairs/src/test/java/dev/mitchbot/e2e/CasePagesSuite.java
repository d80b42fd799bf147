package dev.mitchbot.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A guild's moderation cases in the dashboard. */
abstract class CasePagesSuite extends DashboardSuite {
    CasePagesSuite(Dashboard dashboard) {
        super(dashboard);
    }

    @Test
    void aWarningIsACaseWhoseReasonIsChanged() {
        warn("spam in the long run");
        warn("shouting");
        Page page = at("alice", "/cases");
        field(page, "user").fill(carol());
        field(page, "kind").selectOption("WARN");
        button(page, "Filter").click();
        assertThat(page).hasURL(Pattern.compile("kind=WARN"));
        page.locator("tr", containing("spam in the long run")).locator("a").click();
        assertThat(page.locator("h1")).containsText("Warning");
        assertThat(page.locator(".facts")).containsText(carol());
        assertThat(page.locator(".facts")).containsText(bob());
        assertThat(page.locator(".state")).hasText("Done");
        Browser.picture(page, "dashboard-case");
        field(page, "reason").fill("spam,\nfor a year");
        save(page);

        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Saved.");
        assertThat(page.locator("dd.reason")).hasText("spam, for a year");
        Seen seen = guild().view(bob(), number(page));
        assertThat(seen.text()).isEqualTo("spam, for a year");
        page.getByText("Their warnings").click();
        assertThat(page.locator("tr", containing("shouting"))).isVisible();
        assertThat(page.locator("tr", containing("spam, for a year"))).isVisible();
    }

    @Test
    void aReasonThatIsSentTwiceIsChangedOnceAndStandsInTheAuditTrailOnce() {
        Page page = caseOf("twice is enough");
        String path = URI.create(page.url()).getPath();
        FormData form = form(page).set("reason", "once is enough");
        for (int time = 0; time < 2; time++) {
            assertThat(post(page, path, form).status()).isEqualTo(303);
        }
        assertThat(post(page, path, form.set("reason", "something else")).status())
                .isEqualTo(409);

        tab(page, "Audit").click();
        Locator entry = page.getByText("case " + path.replaceAll(".*/", "") + ": twice is enough → once is enough");
        await().atMost(TOLD_WITHIN).until(() -> {
            page.reload();
            return entry.count() > 0;
        });
        assertThat(entry).hasCount(1);
        assertThat(page.getByText("something else")).hasCount(0);
    }

    @Test
    void saysSoWhenACaseHasChangedMeanwhileAndKeepsWhatWasTyped() {
        Page slower = caseOf("rude");
        Page faster = as("alice", Look.DESKTOP);
        faster.navigate(slower.url());
        field(faster, "reason").fill("rude, and proud of it");
        field(slower, "reason").fill("rude to the bot");
        save(faster);
        assertThat(faster.getByRole(AriaRole.STATUS)).isVisible();
        save(slower);

        assertThat(slower.getByRole(AriaRole.ALERT)).containsText("This case has changed meanwhile");
        assertThat(slower.locator("dd.reason")).hasText("rude, and proud of it");
        assertThat(field(slower, "reason")).hasValue("rude to the bot");
        Browser.picture(slower, "dashboard-case-stale");
        save(slower);
        assertThat(slower.getByRole(AriaRole.STATUS)).isVisible();
        assertThat(slower.locator("dd.reason")).hasText("rude to the bot");
    }

    @Test
    void aReasonThatIsNoneIsNamedAndKept() {
        Page page = caseOf("too short");
        field(page, "reason").fill("x".repeat(513));
        save(page);
        assertThat(page.locator("#reason-error")).containsText("1 to 512 characters");
        assertThat(field(page, "reason")).hasValue("x".repeat(513));
        Browser.picture(page, "dashboard-case-invalid");
        assertThat(page.locator("dd.reason")).hasText("too short");
        field(page, "reason").fill("  ");
        save(page);
        assertThat(page.locator("#reason-error")).isVisible();
        assertThat(page.locator("dd.reason")).hasText("too short");
    }

    @Test
    void aReasonThatIsFarTooLongIsNamedTooAndWhatMayBeTypedIsEnough() {
        Page page = caseOf("short enough");
        field(page, "reason").fill("あ".repeat(9_000));
        save(page);
        assertThat(page.locator("#reason-error")).containsText("1 to 512 characters");
        assertThat(field(page, "reason")).hasValue("あ".repeat(1_024));
        field(page, "reason").fill("🦆".repeat(512));
        save(page);
        assertThat(page.locator("dd.reason")).hasText("🦆".repeat(512));
    }

    @Test
    void turnsThePagesOfTheCases() {
        for (int number = 0; number < 27; number++) {
            guild().use(bob(), "warn", Map.of("target", erin(), "reason", "number " + number));
        }
        Page page = at("alice", "/cases?user=" + erin());
        assertThat(page.locator("tbody tr")).hasCount(25);
        assertThat(page.locator("tbody tr").first()).containsText("number 26");
        page.getByText("Next page").click();
        assertThat(page.locator("tbody tr")).hasCount(2);
        assertThat(page.locator("tbody tr").last()).containsText("number 0");
        assertThat(page).hasURL(Pattern.compile("user=" + erin()));
        page.getByText("To the beginning").click();
        assertThat(page.locator("tbody tr")).hasCount(25);
    }

    @Test
    void saysPlainlyThatThereIsNoSuchCase() {
        Page alice = as("alice", Look.DESKTOP);
        String cases = path("/cases");
        APIResponse unknown = get(alice, cases + "/987654");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.text()).contains("This guild has no case 987654.", "dashboard.css");
        assertThat(post(alice, cases + "/987654", form(alice).set("reason", "anything"))
                        .status())
                .isEqualTo(404);
        assertThat(get(alice, cases + "/first").status()).isEqualTo(404);
        assertThat(get(alice, cases + "?user=7").text()).contains("No case fits these filters.");
        APIResponse none = get(alice, cases + "?user=me&kind=KICK");
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.text())
                .contains("Member must be a Discord id or the name of somebody seen here", "Kind must be one of");
    }
}
