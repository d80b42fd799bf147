package dev.mitchbot.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.mitchbot.contracts.discord.MemberSnapshot;
import dev.mitchbot.contracts.wire.Json;
import dev.mitchbot.contracts.wire.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Members by what they are called, in the dashboard. */
abstract class NamePagesSuite extends DashboardSuite {
    private static final String NOBODY = "Member must be a Discord id or the name of somebody seen here";

    NamePagesSuite(Dashboard dashboard) {
        super(dashboard);
    }

    @Test
    void showsMembersByNameAndId() {
        guild().give(carol(), dave(), 1);
        guild().use(bob(), "coinflip", Map.of("amount", 1, "choice", "heads"));
        warn("known by name");
        guild().eco(guild().member(0), "add", Map.of("user", erin(), "amount", 11, "reason", "for a name"));
        for (String name : List.of("alice", "bob", "carol", "dave", "erin", "Mitchbot")) {
            awaitName(name);
        }

        Page page = at("alice", "/wallets?member=" + carol());
        assertThat(page.locator("tbody tr")).containsText("carol");
        assertThat(page.locator("tbody tr")).containsText(carol());
        assertThat(page.getByLabel("Ledger of carol")).isVisible();
        page.navigate(url() + path("/leaderboard"));
        assertThat(page.locator("tr", containing(carol())).locator("bdi")).hasText("carol");
        page.navigate(url() + path("/ledger?reason=GIFT&member=" + carol()));
        assertThat(page.locator("tbody tr").first()).containsText("carol " + carol());
        assertThat(page.locator("tbody tr").first()).containsText("to dave " + dave());
        page.navigate(url() + path("/games?member=" + bob()));
        assertThat(page.getByText("Games of bob")).isVisible();
        page.navigate(url() + path("/cases"));
        assertThat(page.locator("tr", containing("known by name")).locator("bdi"))
                .hasText(new String[] {"carol", "bob"});
        page.locator("tr", containing("known by name")).locator("a").click();
        assertThat(page.locator(".facts bdi")).hasText(new String[] {"carol", "bob"});
        page.navigate(url() + path("/audit"));
        await().atMost(TOLD_WITHIN).until(() -> {
            page.reload();
            return page.getByText("for a name").count() > 0;
        });
        assertThat(page.locator("tr", containing("for a name")).locator("bdi")).hasText(new String[] {"alice", "erin"});
    }

    @Test
    void filtersByNameWhateverItsCase() {
        guild().give(erin(), dave(), 1);
        guild().use(dave(), "coinflip", Map.of("amount", 1, "choice", "heads"));
        guild().use(bob(), "warn", Map.of("target", dave(), "reason", "found by name"));
        awaitName("dave");
        Page page = at("alice", "/ledger");
        page.evaluate("window.isStillThere = true");
        field(page, "member").fill("Dave");
        button(page, "Filter").click();
        assertThat(page).hasURL(Pattern.compile("member=Dave"));
        assertThat(field(page, "member")).hasValue("Dave");
        assertThat(page.locator("tbody td:nth-child(2)").first()).containsText(dave());
        assertThat(page.evaluate("window.isStillThere")).isEqualTo(true);

        page.navigate(url() + path("/wallets?member=DAVE"));
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody tr")).containsText(dave());
        page.navigate(url() + path("/games?member=dave"));
        assertThat(page.locator("tbody tr").first()).containsText("Coinflip");
        page.navigate(url() + path("/cases?user=daVe"));
        assertThat(page.locator("tbody tr").first()).containsText("found by name");
    }

    @Test
    void saysWhereANameIsNobodysOrFitsSeveral() {
        try (Wire wire = wire()) {
            tell(wire, 1_001, "Twin", Instant.now());
            tell(wire, 1_002, "twin", Instant.now());
        }
        awaitName("Twin");
        awaitName("twin");
        Page page = at("alice", "/cases");
        page.evaluate("window.isStillThere = true");
        field(page, "kind").selectOption("WARN");
        field(page, "user").fill("nobody at all");
        button(page, "Filter").click();
        assertThat(page.getByRole(AriaRole.ALERT)).hasText(NOBODY);
        assertThat(field(page, "kind")).hasValue("WARN");
        field(page, "user").fill("TWIN");
        button(page, "Filter").click();
        assertThat(page.getByRole(AriaRole.ALERT)).hasText("Member fits several, whose ids are 1001, 1002");
        Browser.picture(page, "dashboard-twins");
        assertThat(page.evaluate("window.isStillThere")).isEqualTo(true);

        for (String filter : List.of("/wallets?member=", "/ledger?member=", "/games?member=", "/cases?user=")) {
            APIResponse none = get(page, path(filter + "..%00"));
            assertThat(none.status()).as(filter).isEqualTo(400);
            assertThat(none.text()).as(filter).contains(NOBODY);
            assertThat(get(page, path(filter + "99999999999999999999")).text())
                    .as(filter)
                    .contains(NOBODY);
            assertThat(get(page, path(filter + "1001")).status()).as(filter).isEqualTo(200);
        }
    }

    @Test
    void showsANameThatIsHtmlAsText() {
        String name = "<b id=x>\"&amp;'</b>\u202Eevil";
        String member = guild().join(name);
        guild().daily(member);
        awaitName(name);
        Page page = at("alice", "/wallets");
        field(page, "member").fill(name);
        button(page, "Find").click();
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody tr")).containsText(member);
        assertThat(page.locator("tbody bdi")).hasText(name);
        assertThat(page.locator("tbody a").first()).hasAttribute("aria-label", "Ledger of " + name);
        assertThat(page.locator("main b")).hasCount(0);
    }

    @Test
    void noNameIsTooLongForAPage() {
        String name = "W".repeat(32);
        String member = guild().join(name);
        guild().give(dave(), member, 1);
        guild().use(member, "coinflip", Map.of("amount", 1, "choice", "heads"));
        guild().use(bob(), "warn", Map.of("target", member, "reason", "long"));
        awaitName(name);
        Page page = as("alice", Look.PHONE);
        for (String path : List.of(
                "/wallets?member=" + member,
                "/ledger?member=" + member,
                "/ledger?member=" + dave(),
                "/games?member=" + member,
                "/cases?user=" + member)) {
            page.navigate(url() + path(path));
            assertThat(page.locator("bdi", containing(name)).first()).isVisible();
            assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                    .as(path)
                    .isEqualTo(0);
            Browser.picture(page, "dashboard-long-" + path.substring(1).replaceAll("\\?.*", ""));
        }
    }

    @Test
    void keepsTheLatestNameWhateverTheOrder() {
        Instant now = Instant.now();
        try (Wire wire = wire()) {
            tell(wire, 1_003, "newer", now);
            tell(wire, 1_003, "older", now.minusSeconds(1));
            await().atMost(TOLD_WITHIN)
                    .until(() -> !texts("select message_id from inbox where message_id = 'older'")
                            .isEmpty());
            assertThat(names(1_003)).containsExactly("newer");
            tell(wire, 1_003, "newest", now.plusSeconds(1));
            await().atMost(TOLD_WITHIN).until(() -> names(1_003).equals(List.of("newest")));
        }
    }

    private Wire wire() {
        return new Wire(bot().stack().bootstrapServers(), Topic.MEMBERS.deadLetterName());
    }

    private void tell(Wire wire, long userId, String name, Instant seenAt) {
        var member = new MemberSnapshot(Long.parseLong(guild().id()), userId, name, false, seenAt);
        wire.put(Topic.MEMBERS, member.key(), name, MemberSnapshot.TYPE, Json.write(member));
    }

    /** Waits until the dashboards know somebody of this name in the guild. */
    private void awaitName(String name) {
        await().atMost(TOLD_WITHIN)
                .until(() -> texts("select name from members where guild_id = " + guild().id())
                        .contains(name));
    }

    private List<String> names(long userId) {
        return texts("select name from members where guild_id = %s and user_id = %d".formatted(guild().id(), userId));
    }

    private List<String> texts(String query) {
        try (var dashboard = new ServiceDatabase(bot().stack(), "dashboard")) {
            return dashboard.texts(query);
        }
    }
}
