package dev.mitchbot.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.mitchbot.simulator.Simulator;
import dev.mitchbot.simulator.SimulatorConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page with what Discord offers to any bot, of which Mitchbot uses only a part. */
class AnyBotOnThePageE2E {
    private static Browser browser;
    private static Simulator simulator;
    private static BotOfTheTest bot;

    @BeforeAll
    static void start() {
        browser = Browser.startOrSkip();
        simulator = Simulator.start(SimulatorConfig.onFreePort());
        bot = new BotOfTheTest(simulator);
    }

    @AfterAll
    static void stop() {
        if (bot != null) {
            bot.close();
            simulator.close();
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
    void asksTheBotForCompletionsWhileTyping() {
        ChatPage chat = page("");
        chat.type("/buy ");
        assertThat(chat.suggestions()).hasCount(3);
        chat.line().pressSequentially("key");
        assertThat(chat.suggestions()).hasCount(2);
        chat.press("ArrowDown");
        chat.press("Enter");
        assertThat(chat.line()).hasValue("/buy a golden key ");
        chat.press("Enter");
        assertThat(chat.newest()).containsText("Sold: a golden key");
    }

    @Test
    void picksChannelsRolesBooleansAndChoices() {
        ChatPage chat = page("");
        chat.type("/set cas");
        chat.press("Tab");
        chat.line().pressSequentially("mod");
        chat.press("Tab");
        chat.line().pressSequentially("f");
        chat.press("Tab");
        chat.line().pressSequentially("not am");
        chat.press("Tab");
        assertThat(chat.line()).hasValue("/set #casino @Moderator false not amused ");
        chat.line().pressSequentially("3.5");
        chat.press("Enter");
        assertThat(chat.hint()).containsText("ratio must be a number, 2 or less; “3.5” is not.");
        chat.line().fill("/set mood:not amused loud:false who:Moderator where:casino ratio:0.5");
        chat.press("Enter");
        assertThat(chat.newest()).containsText("loud=false");
        assertThat(chat.newest()).containsText("mood=sad");
        assertThat(chat.newest()).containsText("ratio=0.5");
    }

    @Test
    void showsDirectMessagesToTheirReceiver() {
        ChatPage chat = page("");
        chat.speakAs("dave");
        chat.say("/tell");
        assertThat(chat.newest()).containsText("Told.");
        var conversation = chat.page().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Mitchbot unread"));
        conversation.click();
        assertThat(chat.newest()).containsText("Between us: psst");
        assertThat(chat.newest().locator("code")).hasText("psst");
        assertThat(chat.line()).isDisabled();
        ChatPage other = page("#channel=direct&member=");
        assertThat(other.page().locator("#messages")).hasAttribute("data-empty", "Mitchbot has not written to alice.");
    }

    @Test
    void drawsEmbedsMenusAndLinks() {
        ChatPage chat = page("");
        chat.goTo("casino");
        chat.say("/ask");
        assertThat(chat.newest()).containsText("<b>not HTML</b>");
        assertThat(chat.newest().locator("blockquote")).hasText("quoted");
        assertThat(chat.newest().getByRole(AriaRole.LINK)).hasAttribute("href", "https://example.org/");
        Browser.picture(chat.page(), "embed");
        chat.newest().getByLabel("Your choice").selectOption("coffee");
        assertThat(chat.newest()).containsText("You take coffee.");
        assertThat(Browser.barriers(chat.page())).isEmpty();
    }

    @Test
    void saysThatTheBotDidNotRespond() {
        ChatPage chat = page("");
        chat.goTo("mod-log");
        chat.say("/silence");
        assertThat(chat.newest()).containsText("The application did not respond");
        Browser.picture(chat.page(), "failed");

        chat.say("/ask");
        assertThat(chat.newest()).containsText("A question");
        chat.button(chat.newest(), "Say nothing").click();
        assertThat(chat.saying("A question")).containsText("This interaction failed");
    }

    @Test
    void showsWhenTheBotComesAndGoes() {
        try (var own = Simulator.start(SimulatorConfig.onFreePort())) {
            ChatPage chat = ChatPage.open(browser, own.baseUrl().toString(), "", Look.DESKTOP);
            var presence = chat.page().locator("#bot");
            assertThat(presence).hasText("Mitchbot is offline");
            chat.line().fill("/");
            chat.press("Enter");
            assertThat(chat.hint()).isVisible();
            try (var visitor = new BotOfTheTest(own)) {
                assertThat(presence).hasText("Mitchbot is online");
                assertThat(visitor.jda().getStatus().isInit()).isTrue();
                chat.line().fill("");
                chat.type("/");
                assertThat(chat.suggestions()).hasCount(5);
            }
            assertThat(presence).hasText("Mitchbot is offline");
        }
    }

    private static ChatPage page(String place) {
        return ChatPage.open(browser, simulator.baseUrl().toString(), place, Look.DESKTOP);
    }
}
