package dev.mitchbot.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The dashboard before the running bot, entered through the real Keycloak. The pictures of the documentation are made here. */
class DashboardE2E {
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(60);

    private static Browser browser;
    private static RunningBot bot;
    private static String url;
    private static Guild guild;

    @BeforeAll
    static void start() {
        browser = Browser.startOrSkip();
        bot = RunningBot.startWithDashboard();
        url = bot.stack().url("dashboard-1");
        Page page = as("alice", Look.DESKTOP);
        Locator card = page.locator("a.card");
        await().atMost(TOLD_WITHIN).until(() -> {
            page.reload();
            return card.count() == 1;
        });
        String id = card.getAttribute("href").replaceAll("\\D", "");
        guild = new Guild(bot.control(), bot.control().guild(id));
        for (int member = 0; member < 3; member++) {
            guild.daily(guild.member(member));
        }
        page.context().close();
    }

    @AfterAll
    static void stop() {
        if (bot != null) {
            bot.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void nothingWentWrongUnseen() {
        browser.closePages();
    }

    @Test
    void theOwnerChangesTheDailyReward() {
        Page page = as("alice", Look.DESKTOP);
        page.locator("a.card").click();
        field(page, "dailyReward").fill("275");
        field(page, "currencyName").fill("doubloons");
        save(page);

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Saved.");
        assertThat(field(page, "dailyReward")).hasValue("275");
        Browser.picture(page, "dashboard-settings");
    }

    @Test
    void theAuditTrailSaysWhoChangedWhat() {
        Page page = at("alice", "/economy");
        field(page, "stakeIntervalSeconds").fill("4");
        save(page);
        assertThat(page.getByRole(AriaRole.STATUS)).isVisible();
        guild.eco(guild.member(0), "add", Map.of("user", guild.member(2), "amount", 1_250, "reason", "for the books"));

        tab(page, "Audit").click();
        Locator trail = page.locator("tbody");
        await().atMost(TOLD_WITHIN).until(() -> {
            page.reload();
            return page.getByText("Balance adjusted").count() > 0
                    && page.getByText("stakeIntervalSeconds").count() > 0;
        });
        assertThat(trail).containsText("stakeIntervalSeconds 3 → 4");
        assertThat(trail).containsText("+1,250 coins");
        assertThat(trail).containsText(guild.member(0));
        assertThat(page.locator("nav [aria-current]")).hasText("Audit");
        Browser.picture(page, "dashboard-audit");
    }

    @Test
    void eachInvalidFieldHasItsMessageAndNothingIsSaved() {
        Page page = at("alice", "/economy");
        String before = field(page, "dailyRewardLimit").inputValue();
        field(page, "dailyRewardLimit").fill("5");
        field(page, "workRewardMax").fill("lots");
        save(page);

        assertThat(page.locator("#dailyRewardLimit-error")).containsText("10000 to 1000000");
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
        Seen seen = guild.view(bob(), number(page));
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
    void turnsThePagesOfTheCases() {
        for (int number = 0; number < 27; number++) {
            guild.use(bob(), "warn", Map.of("target", erin(), "reason", "number " + number));
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
        String cases = "/guilds/" + guild.id() + "/cases";
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
        assertThat(none.text()).contains("user must be a Discord id", "kind must be one of");
    }

    @Test
    void refusesAReasonThatIsNotFromThisSession() {
        Page alice = caseOf("nobody else's business");
        String path = URI.create(alice.url()).getPath();
        for (String token : List.of("", "0".repeat(64), token(as("bob", Look.DESKTOP)))) {
            FormData forged = form(alice).set("token", token).set("reason", "forged");
            assertThat(post(alice, path, forged).status()).isEqualTo(403);
        }
        Page bob = as("bob", Look.DESKTOP);
        assertThat(post(bob, path, form(bob).set("version", "\"1\"").set("reason", "forged"))
                        .status())
                .isEqualTo(403);
        alice.navigate(alice.url());
        assertThat(alice.locator("dd.reason")).hasText("nobody else's business");
    }

    @Test
    void refusesAFormThatIsNotFromThisSession() {
        Page alice = at("alice", "/economy");
        String before = settings(alice);
        for (String token :
                List.of("", "0".repeat(64), token(as("bob", Look.DESKTOP)), token(as("alice", Look.DESKTOP)))) {
            APIResponse answer = post(alice, "/guilds/" + guild.id() + "/economy", token);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.text()).contains("Nothing was changed");
            assertThat(post(alice, "/sign-out", token).status()).isEqualTo(403);
        }
        assertThat(alice.request()
                        .post(
                                url + "/guilds/" + guild.id() + "/economy",
                                RequestOptions.create().setMaxRedirects(0))
                        .status())
                .isEqualTo(403);
        assertThat(settings(alice)).isEqualTo(before);
    }

    @Test
    void showsAGuildOnlyToWhoMayManageIt() {
        Page carol = as("carol", Look.DESKTOP);
        assertThat(carol.getByText("There is no guild that you may manage.")).isVisible();
        Browser.picture(carol, "dashboard-none");
        for (String page : List.of("economy", "wallets", "leaderboard", "ledger", "cases", "cases/1", "audit")) {
            assertThat(get(carol, "/guilds/" + guild.id() + "/" + page).status())
                    .isEqualTo(403);
        }
        String before = settings(at("alice", "/economy"));
        assertThat(post(carol, "/guilds/" + guild.id() + "/economy", token(carol))
                        .status())
                .isEqualTo(403);
        assertThat(settings(at("alice", "/economy"))).isEqualTo(before);
        assertThat(as("operator", Look.DESKTOP).getByText("There is no guild that you may manage."))
                .isVisible();
        Page alice = as("alice", Look.DESKTOP);
        assertThat(get(alice, "/guilds/1/economy").status()).isEqualTo(403);
        assertThat(get(alice, "/guilds/none/economy").status()).isEqualTo(403);
        assertThat(get(alice, "/nothing/here").status()).isEqualTo(404);
        assertThat(get(alice, "/nothing/here").text()).contains("There is nothing at this address.", "dashboard.css");
    }

    @Test
    void namesAFilterThatIsNone() {
        Page alice = as("alice", Look.DESKTOP);
        APIResponse answer = get(alice, "/guilds/" + guild.id() + "/ledger?member=me&from=yesterday");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("member must be a Discord id", "from must be a time");
        assertThat(get(alice, "/guilds/" + guild.id() + "/ledger?member=7").text())
                .contains("No line fits these filters.");
    }

    @Test
    void saysPlainlyThatAServiceIsAway() {
        Page alice = as("alice", Look.DESKTOP);
        for (var page : Map.of("economy", "economy", "moderation", "cases").entrySet()) {
            String path = "/guilds/" + guild.id() + "/" + page.getValue();
            bot.whileSilent(page.getKey(), () -> {
                APIResponse answer = get(alice, path);
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.text()).contains(page.getKey() + "-service does not answer");
                assertThat(get(alice, "/").status()).isEqualTo(200);
            });
            assertThat(get(alice, path).status()).isEqualTo(200);
        }
    }

    @Test
    void signsOutHereAndAtKeycloakAndOnlyByPost() {
        Page page = as("alice", Look.DESKTOP);
        assertThat(get(page, "/sign-out").status()).isGreaterThanOrEqualTo(400);
        page.navigate(url + "/");
        assertThat(page.locator("a.card")).isVisible();
        page.getByText("Sign out").click();
        assertThat(page.locator("#kc-login")).isVisible();
        page.navigate(url + "/guilds/" + guild.id() + "/ledger");
        assertThat(page.locator("#kc-login")).isVisible();
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
        for (Look look : Look.values()) {
            Page page = as("alice", look);
            for (String path :
                    List.of("/", "/economy", "/wallets", "/leaderboard", "/ledger", "/cases", "/cases/1", "/audit")) {
                page.navigate(url + (path.equals("/") ? path : "/guilds/" + guild.id() + path));
                assertThat(page.locator("h1")).isVisible();
                assertThat(Browser.barriers(page)).as(look + " " + path).isEmpty();
                assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                        .as(look + " " + path)
                        .isEqualTo(0);
                Browser.picture(
                        page,
                        "dashboard-" + look.name().toLowerCase() + "-"
                                + (path.equals("/")
                                        ? "guilds"
                                        : path.substring(1).replace('/', '-')));
            }
        }
    }

    private static Page as(String user, Look look) {
        Page page = browser.open(url + "/", look, bot.stack().oidcUrl());
        page.locator("#username").fill(user);
        page.locator("#password").fill(user);
        page.locator("#kc-login").click();
        assertThat(page.locator("h1")).hasText("Your guilds");
        return page;
    }

    private static Page at(String user, String path) {
        Page page = as(user, Look.DESKTOP);
        page.navigate(url + "/guilds/" + guild.id() + path);
        return page;
    }

    private static String bob() {
        return guild.member(1);
    }

    private static String carol() {
        return guild.member(2);
    }

    private static String erin() {
        return guild.member(4);
    }

    private static void warn(String reason) {
        assertThat(guild.use(bob(), "warn", Map.of("target", carol(), "reason", reason))
                        .isRefused())
                .isFalse();
    }

    /** The page of a new case with this reason, as alice sees it. */
    private static Page caseOf(String reason) {
        warn(reason);
        Page page = at("alice", "/cases");
        page.locator("tr", containing(reason)).locator("a").click();
        assertThat(page.locator("dd.reason")).hasText(reason);
        return page;
    }

    private static int number(Page casePage) {
        return Integer.parseInt(URI.create(casePage.url()).getPath().replaceAll(".*/", ""));
    }

    private static Page.LocatorOptions containing(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static Locator button(Page page, String label) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label));
    }

    private static Locator field(Page page, String name) {
        return page.locator("#" + name);
    }

    private static Locator tab(Page page, String name) {
        return page.locator("nav").getByText(name, new Locator.GetByTextOptions().setExact(true));
    }

    private static void save(Page page) {
        page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
    }

    private static String token(Page page) {
        return page.locator("input[name=token]").first().inputValue();
    }

    private static String settings(Page page) {
        page.navigate(url + "/guilds/" + guild.id() + "/economy");
        return page.locator(".groups input")
                        .evaluateAll("all => all.map(one => one.name + one.value + one.checked).join()")
                + page.locator("input[name=version]").inputValue();
    }

    private static APIResponse get(Page page, String path) {
        return page.request().get(url + path);
    }

    private static APIResponse post(Page page, String path, String token) {
        return post(
                page,
                path,
                FormData.create()
                        .set("token", token)
                        .set("version", "\"0\"")
                        .set("key", "a-key-of-this-test-only-0001")
                        .set("dailyReward", "1"));
    }

    private static APIResponse post(Page page, String path, FormData form) {
        return page.request()
                .post(url + path, RequestOptions.create().setMaxRedirects(0).setForm(form));
    }

    /** The hidden fields of the page's last form. */
    private static FormData form(Page page) {
        FormData form = FormData.create();
        page.locator("form")
                .last()
                .locator("input[type=hidden]")
                .all()
                .forEach(input -> form.set(input.getAttribute("name"), input.inputValue()));
        return form;
    }
}
