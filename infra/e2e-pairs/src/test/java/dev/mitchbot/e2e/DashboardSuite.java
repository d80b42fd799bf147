package dev.mitchbot.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** What the dashboard's visitors do. */
abstract class DashboardSuite {
    static final Duration TOLD_WITHIN = Duration.ofSeconds(60);

    private final Dashboard dashboard;

    DashboardSuite(Dashboard dashboard) {
        this.dashboard = dashboard;
    }

    Dashboard dashboard() {
        return dashboard;
    }

    /** The demo's, which alice owns. */
    Guild guild() {
        return dashboard.guild();
    }

    @AfterEach
    void nothingWentWrongUnseen() {
        dashboard.browser().closePages();
    }

    RunningBot bot() {
        return dashboard.bot();
    }

    String url() {
        return dashboard.url();
    }

    /** Where a page of the guild is. */
    String path(String page) {
        return "/guilds/" + guild().id() + page;
    }

    String bob() {
        return guild().member(1);
    }

    String carol() {
        return guild().member(2);
    }

    String dave() {
        return guild().member(3);
    }

    String erin() {
        return guild().member(4);
    }

    void warn(String reason) {
        assertThat(guild().use(bob(), "warn", Map.of("target", carol(), "reason", reason))
                        .isRefused())
                .isFalse();
    }

    /** The page of a new case with this reason, as alice sees it. */
    Page caseOf(String reason) {
        warn(reason);
        Page page = at("alice", "/cases");
        page.locator("tr", containing(reason)).locator("a").click();
        assertThat(page.locator("dd.reason")).hasText(reason);
        return page;
    }

    int number(Page casePage) {
        return Integer.parseInt(URI.create(casePage.url()).getPath().replaceAll(".*/", ""));
    }

    Page.LocatorOptions containing(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    Page as(String user, Look look) {
        return dashboard().as(user, look);
    }

    Page at(String user, String page) {
        Page opened = as(user, Look.DESKTOP);
        opened.navigate(url() + path(page));
        return opened;
    }

    Locator button(Page page, String label) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label));
    }

    Locator field(Page page, String name) {
        return page.locator("#" + name);
    }

    Locator tab(Page page, String name) {
        return page.locator("nav").getByText(name, new Locator.GetByTextOptions().setExact(true));
    }

    void save(Page page) {
        page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
    }

    String token(Page page) {
        return page.locator("input[name=token]").first().inputValue();
    }

    String settings(Page page) {
        page.navigate(url() + path("/economy"));
        return page.locator(".groups input")
                        .evaluateAll("all => all.map(one => one.name + one.value + one.checked).join()")
                + page.locator("input[name=version]").inputValue();
    }

    APIResponse get(Page page, String path) {
        return page.request().get(url() + path);
    }

    APIResponse post(Page page, String path, String token) {
        return post(
                page,
                path,
                FormData.create()
                        .set("token", token)
                        .set("version", "\"0\"")
                        .set("key", "a-key-of-this-test-only-0001")
                        .set("dailyReward", "1"));
    }

    APIResponse post(Page page, String path, FormData form) {
        return post(page, URI.create(url() + path), form);
    }

    APIResponse post(Page page, URI address, FormData form) {
        return page.request()
                .post(
                        address.toString(),
                        RequestOptions.create().setMaxRedirects(0).setForm(form));
    }

    /** The hidden fields of the page's last form. */
    FormData form(Page page) {
        FormData form = FormData.create();
        page.locator("form")
                .last()
                .locator("input[type=hidden]")
                .all()
                .forEach(input -> form.set(input.getAttribute("name"), input.inputValue()));
        return form;
    }
}
