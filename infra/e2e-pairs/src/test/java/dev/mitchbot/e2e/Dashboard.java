package dev.mitchbot.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Two dashboards of the running bot, entered through the real Keycloak. */
final class Dashboard implements AutoCloseable {
    private static final Duration KNOWN_WITHIN = Duration.ofMinutes(3);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final List<String> PAGES =
            List.of("/economy", "/wallets", "/leaderboard", "/ledger", "/games", "/cases", "/audit");

    private final Browser browser;
    private final RunningBot bot;
    private final KeycloakAdmin keycloak;
    private final Guild guild;
    private final Map<String, String> sessions = new HashMap<>();

    private Dashboard(Browser browser, RunningBot bot) {
        this.browser = browser;
        this.bot = bot;
        keycloak = KeycloakAdmin.of(bot.stack());
        guild = guildOf("alice");
        rehearse();
    }

    static Dashboard of(RunningBot bot) {
        Browser browser = Browser.startOrSkip();
        try {
            return new Dashboard(browser, bot);
        } catch (RuntimeException | AssertionError e) {
            browser.close();
            throw e;
        }
    }

    Browser browser() {
        return browser;
    }

    RunningBot bot() {
        return bot;
    }

    KeycloakAdmin keycloak() {
        return keycloak;
    }

    /** The guild that alice may manage. */
    Guild guild() {
        return guild;
    }

    /** The one by which people come in. */
    String url() {
        return bot.stack().url("dashboard-1");
    }

    /** One that stands behind it. */
    String otherUrl() {
        return bot.stack().url("dashboard-2");
    }

    /** The one guild that a user may manage, once the dashboard knows it. */
    private Guild guildOf(String user) {
        Page page = as(user, Look.DESKTOP);
        Locator card = page.locator("a.card");
        await().atMost(KNOWN_WITHIN).until(() -> {
            page.reload();
            return card.count() == 1;
        });
        String id = card.getAttribute("href").replaceAll("\\D", "");
        page.context().close();
        return new Guild(bot.control(), bot.control().guild(id));
    }

    /** While another bot starts beside it, the first pages take long: waits until each comes soon, from both dashboards. */
    private void rehearse() {
        Page page = as("alice", Look.DESKTOP);
        List<String> addresses = Stream.of(url(), otherUrl())
                .flatMap(dashboard -> PAGES.stream().map(name -> dashboard + "/guilds/" + guild.id() + name))
                .toList();
        await().atMost(KNOWN_WITHIN).until(() -> addresses.stream().allMatch(address -> comesSoon(page, address)));
        page.context().close();
    }

    private static boolean comesSoon(Page page, String address) {
        long begin = System.nanoTime();
        return page.request().get(address).ok() && System.nanoTime() - begin < SOON.toNanos();
    }

    /** Keycloak's form, not filled in yet. */
    Page door(Look look) {
        return browser.open(url() + "/", look.context(), bot.stack().oidcUrl(), otherUrl());
    }

    /** In the session in which this user came in first, as a browser that has kept its cookies. */
    Page as(String user, Look look) {
        String session = sessions.get(user);
        if (session == null) {
            Page first = anew(user, look);
            sessions.put(user, first.context().storageState());
            return first;
        }
        return welcomed(browser.open(
                url() + "/",
                look.context().setStorageState(session),
                bot.stack().oidcUrl(),
                otherUrl()));
    }

    /** In a session of its own. */
    Page anew(String user, Look look) {
        Page page = door(look);
        signIn(page, user, user);
        return welcomed(page);
    }

    private static Page welcomed(Page page) {
        assertThat(page.locator("h1")).hasText("Your guilds");
        return page;
    }

    static void signIn(Page door, String user, String password) {
        door.locator("#username").fill(user);
        door.locator("#password").fill(password);
        door.locator("#kc-login").click();
    }

    @Override
    public void close() {
        browser.close();
    }
}
