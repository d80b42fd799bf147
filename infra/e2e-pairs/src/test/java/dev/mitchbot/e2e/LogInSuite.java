package dev.mitchbot.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who comes in, how, and what they may do. */
abstract class LogInSuite extends DashboardSuite {
    private static final Duration SHORT = Duration.ofSeconds(5);

    LogInSuite(Dashboard dashboard) {
        super(dashboard);
    }

    @Test
    void refusesAFormThatIsNotFromThisSession() {
        Page alice = at("alice", "/economy");
        String before = settings(alice);
        for (String token : List.of(
                "",
                "0".repeat(64),
                token(as("bob", Look.DESKTOP)),
                token(dashboard().anew("alice", Look.DESKTOP)))) {
            APIResponse answer = post(alice, path("/economy"), token);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.text()).contains("Nothing was changed");
            assertThat(post(alice, "/sign-out", token).status()).isEqualTo(403);
        }
        assertThat(alice.request()
                        .post(url() + path("/economy"), RequestOptions.create().setMaxRedirects(0))
                        .status())
                .isEqualTo(403);
        assertThat(settings(alice)).isEqualTo(before);
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
    void aWrongPasswordIsSaidAndTheNextTryMayBeRight() {
        Page page = dashboard().door(Look.DESKTOP);
        Dashboard.signIn(page, "carol", "wrong");
        assertThat(page.getByText("Invalid username or password.")).isVisible();
        assertThat(page.locator("#username")).hasValue("carol");
        Dashboard.signIn(page, "carol", "carol");
        assertThat(page.locator("h1")).hasText("Your guilds");
    }

    @Test
    void aLogInThatIsBrokenOffOrGoesWrongIsSaidAndTheNextTryMayBeRight() {
        for (String outcome : List.of("error=access_denied", "code=none-of-keycloaks")) {
            Page page = dashboard().door(Look.DESKTOP);
            String state = URI.create(page.url()).getQuery().replaceAll(".*\\bstate=([^&]+).*", "$1");
            Response answer = page.navigate(url() + "/signed-in?" + outcome + "&state=" + state);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(page.locator("h1")).hasText("Not signed in");
            page.getByText("Try again").click();
            Dashboard.signIn(page, "carol", "carol");
            assertThat(page.locator("h1")).hasText("Your guilds");
        }
    }

    @Test
    void aSessionThatIsOverLeadsToTheLogIn() {
        for (String address : List.of("/", path("/ledger"))) {
            Page page = dashboard().door(Look.DESKTOP);
            page.context().addCookies(List.of(new Cookie("q_session", "of-another-time").setUrl(url())));
            page.navigate(url() + address);
            assertThat(page.locator("#kc-login")).isVisible();
        }
    }

    @Test
    void signingOutOfASessionThatIsOverLeadsToTheGuildsOfTheNextOne() {
        Page page = dashboard().anew("alice", Look.DESKTOP);
        page.context().clearCookies();
        page.getByText("Sign out").click();
        Dashboard.signIn(page, "alice", "alice");
        assertThat(page.locator("h1")).hasText("Your guilds");
        assertThat(page).hasURL(url() + "/");
    }

    @Test
    void behindAProxyTheLogInLeadsBackToTheAddressThatTheVisitorSees() {
        APIResponse answer = dashboard()
                .door(Look.DESKTOP)
                .request()
                .get(
                        url() + "/",
                        RequestOptions.create()
                                .setMaxRedirects(0)
                                .setHeader("X-Forwarded-Proto", "https")
                                .setHeader("X-Forwarded-Host", "mitchbot.example.org"));
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.headers().get("location"))
                .contains("&redirect_uri=https%3A%2F%2Fmitchbot.example.org%2Fsigned-in&");
    }

    @Test
    void aTokenWhoseTimeIsUpIsRenewedWithoutANewLogIn() {
        dashboard().keycloak().whileTokensLast(SHORT, () -> {
            Page page = dashboard().anew("alice", Look.DESKTOP);
            page.navigate(url() + path("/economy"));
            String before = session(page);
            await().pollDelay(SHORT.plusSeconds(1)).until(() -> true);

            APIResponse answer =
                    page.request().get(page.url(), RequestOptions.create().setMaxRedirects(0));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).contains("Economy settings");
            assertThat(session(page)).isNotEqualTo(before);
        });
    }

    @Test
    void aSessionIsGoodAtEveryDashboard() {
        Page page = caseOf("seen by two");
        String path = URI.create(page.url()).getPath();
        FormData form = form(page).set("reason", "changed at the other");
        page.navigate(dashboard().otherUrl() + path);
        assertThat(page.locator("dd.reason")).hasText("seen by two");

        bot().stack().server("dashboard-1").freeze();
        try {
            String other = dashboard().otherUrl() + path;
            FormData forged = form(page).set("token", "0".repeat(64)).set("reason", "forged");
            assertThat(post(page, URI.create(other), forged).status()).isEqualTo(403);
            assertThat(post(page, URI.create(other), form).status()).isEqualTo(303);
            page.navigate(other);
            assertThat(page.locator("dd.reason")).hasText("changed at the other");
        } finally {
            bot().stack().server("dashboard-1").resume();
        }
        page.navigate(url() + path);
        assertThat(page.locator("dd.reason")).hasText("changed at the other");
    }

    @Test
    void signsOutHereAndAtKeycloakAndOnlyByPost() {
        Page page = dashboard().anew("alice", Look.DESKTOP);
        assertThat(get(page, "/sign-out").url()).isEqualTo(url() + "/");
        page.navigate(url() + "/");
        assertThat(page.locator("a.card")).isVisible();
        page.getByText("Sign out").click();
        assertThat(page.locator("#kc-login")).isVisible();
        page.navigate(url() + path("/ledger"));
        assertThat(page.locator("#kc-login")).isVisible();
    }

    @Test
    void showsAGuildOnlyToWhoMayManageIt() {
        Page carol = as("carol", Look.DESKTOP);
        assertThat(carol.getByText("There is no guild that you may manage.")).isVisible();
        Browser.picture(carol, "dashboard-none");
        for (String page :
                List.of("economy", "wallets", "leaderboard", "ledger", "games", "cases", "cases/1", "audit")) {
            assertThat(get(carol, path("/") + page).status()).isEqualTo(403);
        }
        String before = settings(at("alice", "/economy"));
        assertThat(post(carol, path("/economy"), token(carol)).status()).isEqualTo(403);
        assertThat(settings(at("alice", "/economy"))).isEqualTo(before);
        Page operator = as("operator", Look.DESKTOP);
        assertThat(operator.getByText("There is no guild that you may manage.")).isVisible();
        assertThat(operator.getByText("belongs to no Discord account")).isVisible();
        assertThat(carol.getByText("belongs to no Discord account")).hasCount(0);
        Page alice = as("alice", Look.DESKTOP);
        assertThat(get(alice, "/guilds/1/economy").status()).isEqualTo(403);
        assertThat(get(alice, "/guilds/none/economy").status()).isEqualTo(403);
        assertThat(get(alice, "/nothing/here").status()).isEqualTo(404);
        assertThat(get(alice, "/nothing/here").text())
                .contains("There is nothing at this address.", "dashboard.css", "Sign out");
    }

    private static String session(Page page) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.startsWith("q_session"))
                .map(cookie -> cookie.value)
                .collect(Collectors.joining());
    }
}
