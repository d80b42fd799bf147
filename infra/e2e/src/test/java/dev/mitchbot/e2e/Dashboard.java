package dev.mitchbot.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;

/** Two dashboards of the running bot, entered through the real Keycloak. */
record Dashboard(Browser browser, RunningBot bot, KeycloakAdmin keycloak) implements AutoCloseable {
    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(60);

    static Dashboard start(Path folder) {
        Browser browser = Browser.startOrSkip();
        try {
            RunningBot bot = RunningBot.startWithDashboards(folder);
            return new Dashboard(browser, bot, KeycloakAdmin.of(bot.stack().oidcUrl(), folder));
        } catch (RuntimeException e) {
            browser.close();
            throw e;
        }
    }

    /** The one by which people come in. */
    String url() {
        return bot.stack().url("dashboard-1");
    }

    /** One that stands behind it. */
    String otherUrl() {
        return bot.stack().url("dashboard-2");
    }

    /** The guild that alice may manage, once the dashboard knows it. */
    Guild guild() {
        Page page = as("alice", Look.DESKTOP);
        Locator card = page.locator("a.card");
        await().atMost(KNOWN_WITHIN).until(() -> {
            page.reload();
            return card.count() == 1;
        });
        String id = card.getAttribute("href").replaceAll("\\D", "");
        page.context().close();
        return new Guild(bot.control(), bot.control().guild(id));
    }

    /** Keycloak's form, not filled in yet. */
    Page door(Look look) {
        return browser.open(url() + "/", look, bot.stack().oidcUrl(), otherUrl());
    }

    Page as(String user, Look look) {
        Page page = door(look);
        signIn(page, user, user);
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
        bot.close();
        browser.close();
    }
}
