package dev.mitchbot.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The simulator's page in front of the running bot. The pictures of the documentation are made here. */
@Order(SharedBot.FIRST)
@ExtendWith(SharedBot.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChatPageE2E {
    private static final Duration RECONNECTED_WITHIN = Duration.ofSeconds(90);

    private static Browser browser;
    private static RunningBot bot;
    private static ControlFace control;
    private static String url;

    @BeforeAll
    static void start(RunningBot shared) {
        browser = Browser.startOrSkip();
        bot = shared;
        control = bot.control();
        url = bot.stack().simulatorUrl();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void nothingWentWrongUnseen() {
        control.clearFaults();
        browser.closePages();
    }

    @Test
    void membersUseTheBotByTypingAndClicking() throws JsonProcessingException {
        ChatPage chat = ChatPage.open(browser, url, "", Look.DESKTOP);
        Guild guild = firstGuild(chat);
        for (String name : List.of("frank", "grace", "heidi", "ivan", "judy", "mallory", "niaj", "olivia", "peggy")) {
            guild.daily(joined(guild, name));
        }

        chat.say("/daily");
        assertThat(chat.newest()).containsText("100 coins");
        chat.say("/give bob 50");
        assertThat(chat.newest()).containsText("@alice gave @bob 50 coins");
        chat.say("/balance");
        assertThat(chat.newest()).containsText("@alice has 150 coins");
        chat.say("/leaderboard");
        assertThat(chat.newest()).containsText("🥇");
        assertThat(chat.button(chat.newest(), "Previous")).isDisabled();

        chat.button(chat.newest(), "Next").click();
        assertThat(chat.newest()).not().containsText("🥇");
        assertThat(chat.newest()).containsText("11");
        chat.button(chat.newest(), "Previous").click();
        assertThat(chat.newest()).containsText("🥇");

        chat.speakAs("carol");
        chat.say("Fine, I will take the coins.");
        chat.say("/daily");
        assertThat(chat.saying("@carol has")).containsText("200 coins");
        Browser.picture(chat.page(), "chat");
        ChatPage dark = ChatPage.open(browser, url, "", Look.DARK);
        assertThat(dark.saying("@carol has")).isVisible();
        dark.type("/give ");
        assertThat(dark.suggestions().first()).isVisible();
        Browser.picture(dark.page(), "chat-dark");
        ChatPage phone = ChatPage.open(browser, url, "", Look.PHONE);
        assertThat(phone.saying("@carol has")).isVisible();
        Browser.picture(phone.page(), "chat-phone");
    }

    @Test
    void showsARefusalOnlyToWhomItIsFor() {
        Guild guild = control.newGuild("whispers", 3);
        ChatPage mine = ChatPage.open(browser, url, guild, guild.member(1), Look.DESKTOP);
        ChatPage theirs = ChatPage.open(browser, url, guild, guild.member(2), Look.DESKTOP);
        mine.say("/daily");
        assertThat(theirs.saying("@member-2 has 200 coins")).isVisible();

        mine.say("/daily");
        assertThat(mine.newest()).containsText("COOLDOWN");
        assertThat(mine.newest()).containsText("Only member-2 can see this");
        mine.say("seen by everyone");
        assertThat(theirs.newest()).containsText("seen by everyone");
        assertThat(theirs.messages()).hasCount(2);

        mine.speakAs("member-3");
        assertThat(mine.messages()).hasCount(2);
        mine.speakAs("member-2");
        assertThat(mine.saying("COOLDOWN")).isVisible();
    }

    @Test
    void showsWhatTheBotEditsWithoutAReload() {
        Guild guild = control.newGuild("pages", 13);
        for (int index = 0; index < 12; index++) {
            guild.daily(guild.member(index));
        }
        ChatPage clicking = ChatPage.open(browser, url, guild, guild.member(1), Look.DESKTOP);
        ChatPage watching = ChatPage.open(browser, url, guild, guild.member(2), Look.DARK);
        clicking.say("/leaderboard");
        assertThat(watching.newest()).containsText("🥇");

        clicking.button(clicking.newest(), "Next").click();
        assertThat(watching.newest()).not().containsText("🥇");
        assertThat(watching.newest()).containsText("edited");
        assertThat(watching.button(watching.newest(), "Next")).isDisabled();
    }

    @Test
    void completesCommandsOptionsAndMembers() {
        Guild guild = control.newGuild("completion", 500);
        ChatPage chat = ChatPage.open(browser, url, guild, guild.member(0), Look.DESKTOP);

        chat.type("/");
        assertThat(chat.line()).hasAttribute("aria-expanded", "true");
        for (String command : List.of("/daily", "/eco add", "/leaderboard")) {
            assertThat(chat.suggestions().filter(new Locator.FilterOptions().setHasText(command)))
                    .hasCount(1);
        }
        chat.line().pressSequentially("eco a");
        assertThat(chat.suggestions()).hasCount(1);
        chat.press("Tab");
        assertThat(chat.line()).hasValue("/eco add ");
        assertThat(chat.page().locator("#signature")).containsText("amountrequired");

        chat.line().pressSequentially("member-49");
        assertThat(chat.suggestions()).hasCount(11);
        assertThat(chat.line()).hasAttribute("aria-activedescendant", "offer-0");
        chat.press("ArrowDown");
        chat.press("ArrowDown");
        chat.press("Enter");
        assertThat(chat.line()).hasValue("/eco add @member-491 ");
        chat.line().pressSequentially("250 for the books");
        chat.press("Enter");
        assertThat(chat.newest()).containsText("@member-491");

        chat.type("/balance member-33");
        chat.suggestions().getByText("@member-337").click();
        assertThat(chat.line()).hasValue("/balance @member-337 ");
        chat.press("Enter");
        assertThat(chat.newest()).containsText("@member-337 has 100 coins");

        chat.type("/");
        chat.press("Escape");
        assertThat(chat.line()).hasAttribute("aria-expanded", "false");
    }

    @Test
    void offersTheCommandsOfItsOwnGuildOnly() {
        Guild open = control.newGuild("open", 2);
        Guild usual = control.newGuild("usual", 2);
        control.openEverythingTo(open.id());

        for (Guild guild : List.of(open, usual)) {
            ChatPage chat = ChatPage.open(browser, url, guild, guild.member(1), Look.DESKTOP);
            chat.type("/daily");
            assertThat(chat.suggestions()).hasCount(1);
            chat.line().fill("");
            chat.type("/eco add");
            assertThat(chat.suggestions()).hasCount(1);
            assertThat(chat.suggestions().locator(".denied")).hasCount(guild == open ? 0 : 1);
        }
    }

    @Test
    void namesWhatIsWrongWithALine() {
        Guild guild = control.newGuild("hints", 3);
        ChatPage chat = ChatPage.open(browser, url, guild, guild.member(1), Look.DESKTOP);
        Map.of(
                        "/dayly", "There is no command /dayly",
                        "/give member-3", "/give needs amount: a whole number",
                        "/give nobody 5", "user must be a member; “nobody” is none here",
                        "/give member-3 lots", "amount must be a whole number",
                        "/daily now", "/daily does not know what “now” is for",
                        "/eco pay", "/eco has no pay; it has add")
                .forEach((line, hint) -> {
                    chat.line().fill(line);
                    chat.press("Escape");
                    chat.press("Enter");
                    assertThat(chat.hint()).containsText(hint);
                    assertThat(chat.line()).hasValue(line);
                });
        assertThat(chat.messages()).hasCount(0);
    }

    @Test
    @Order(SharedBot.LAST - 1)
    @ResourceLock(SideBySide.EVERY_PROCESS)
    void saysPlainlyWhatFailed() {
        Guild guild = control.newGuild("failures", 3);
        ChatPage chat = ChatPage.open(browser, url, guild, guild.member(1), Look.DESKTOP);
        chat.say("/eco add member-3 5");
        assertThat(chat.newest()).containsText("member-2 lacks the permission that /eco needs");

        control.fault("drop");
        chat.say("/balance");
        assertThat(chat.newest()).containsText("The application did not respond");
        assertThat(chat.newest()).containsText("Only member-2 can see this");
    }

    @Test
    void showsThatTheBotIsThinkingUntilItAnswers() {
        Guild guild = control.newGuild("patience", 3);
        ChatPage chat = ChatPage.open(browser, url, guild, guild.member(1), Look.DESKTOP);
        bot.stack().server("economy-1").freeze();
        try {
            chat.say("/balance");
            assertThat(chat.newest()).containsText("Mitchbot is thinking…");
            Browser.picture(chat.page(), "thinking");
        } finally {
            bot.stack().server("economy-1").resume();
        }
        assertThat(chat.newest()).containsText("@member-2 has 100 coins");
        assertThat(chat.messages()).hasCount(1);
    }

    @Test
    void staysUsableWithThousandsOfMessagesAndLongNames() {
        Guild guild = control.newGuild("crowded", 500);
        String longName = "W".repeat(32);
        joined(guild, longName);
        for (int number = 1; number <= 1_200; number++) {
            write(
                    guild,
                    guild.member(number % 40),
                    "message " + number + (number % 50 == 0 ? " " + "long".repeat(300) : ""));
        }
        ChatPage chat = ChatPage.open(browser, url, guild, guild.member(1), Look.PHONE);
        assertThat(chat.newest()).containsText("message 1200");
        assertThat(chat.messages()).hasCount(60);
        chat.speakAs(longName);
        chat.say("here I am");
        assertThat(chat.newest()).containsText("here I am");
        assertThat(chat.overflow()).isZero();

        for (int scrolls = 0; !chat.saying("message 900").isVisible() && scrolls < 20; scrolls++) {
            int shown = chat.messages().count();
            chat.page().locator("#messages").evaluate("box => box.scrollTo(0, 0)");
            await().until(() -> chat.messages().count() > shown);
        }
        assertThat(chat.saying("message 900")).isVisible();
        write(guild, guild.member(1), "something new");
        chat.page().getByText("Newest messages").click();
        assertThat(chat.newest()).containsText("something new");
    }

    @Test
    void worksOnAPhone() {
        Guild guild = control.newGuild("pocket", 13);
        ChatPage chat = ChatPage.open(browser, url, guild, guild.member(1), Look.DARK_PHONE);
        chat.say("/daily");
        assertThat(chat.newest()).containsText("200 coins");
        chat.type("/give member-");
        assertThat(chat.suggestions().first()).isVisible();
        Browser.picture(chat.page(), "phone-picker");
        chat.suggestions().getByText("@member-3").click();
        chat.line().pressSequentially("5");
        chat.press("Enter");
        assertThat(chat.newest()).containsText("@member-2 gave @member-3 5 coins");
        chat.speakAs("member-4");
        chat.say("/daily");
        assertThat(chat.saying("@member-4 has")).isVisible();
        assertThat(chat.overflow()).isZero();
    }

    @Test
    void countsReactions() {
        Guild guild = control.newGuild("reactions", 3);
        write(guild, guild.member(1), "react to this");
        ChatPage mine = ChatPage.open(browser, url, guild, guild.member(1), Look.DESKTOP);
        ChatPage theirs = ChatPage.open(browser, url, guild, guild.member(2), Look.DESKTOP);
        mine.newest().hover();
        mine.button(mine.newest(), "Add a reaction").click();
        mine.button(mine.newest(), "React with 🎉").click();
        assertThat(theirs.button(theirs.newest(), "🎉, 1")).hasAttribute("aria-pressed", "false");
        theirs.button(theirs.newest(), "🎉, 1").click();
        assertThat(mine.button(mine.newest(), "🎉, 2")).hasAttribute("aria-pressed", "true");
        mine.button(mine.newest(), "🎉, 2").click();
        assertThat(theirs.button(theirs.newest(), "🎉, 1")).isVisible();
    }

    @Test
    void canBeUsedWithoutAMouseAndByReadersOfTheScreen() {
        Guild guild = control.newGuild("access", 13);
        ChatPage prepared = ChatPage.open(browser, url, guild, guild.member(1), Look.DESKTOP);
        prepared.say("/daily");
        assertThat(prepared.newest()).containsText("200 coins");
        prepared.say("/daily");
        assertThat(prepared.newest()).containsText("COOLDOWN");
        prepared.say("/leaderboard");
        assertThat(prepared.button(prepared.newest(), "Next")).isVisible();
        prepared.say("/eco add member-3 5");
        assertThat(prepared.saying("lacks the permission")).isVisible();
        for (Look look : Look.values()) {
            ChatPage chat = ChatPage.open(browser, url, guild, guild.member(1), look);
            assertThat(chat.button(chat.messages().last(), "Next")).isVisible();
            chat.type("/give member-3");
            assertThat(chat.suggestions().first()).isVisible();
            assertThat(Browser.barriers(chat.page())).as(look.name()).isEmpty();
        }
    }

    @Test
    @Order(SharedBot.LAST)
    @ResourceLock(SideBySide.EVERY_PROCESS)
    void saysWhenTheSimulatorIsGoneAndRecovers() {
        ChatPage chat = ChatPage.open(browser, url, "", Look.DESKTOP);
        bot.stack().server("simulator").kill();
        assertThat(chat.connection()).containsText("The simulator cannot be reached");
        Browser.picture(chat.page(), "lost");

        bot.stack().server("simulator").restart();
        assertThat(chat.connection()).containsText("Connected again");
        await().atMost(RECONNECTED_WITHIN).until(() -> control.knowsCommands(List.of("leaderboard")));
        assertThat(chat.page().locator("#bot")).hasText("Mitchbot is online");
        chat.type("/balance");
        assertThat(chat.suggestions().first()).containsText("/balance");
        chat.press("Enter");
        assertThat(chat.newest()).containsText("@alice has");
    }

    private static Guild firstGuild(ChatPage chat) throws JsonProcessingException {
        var state = new ObjectMapper()
                .readTree(chat.page().request().get(url + "/sim/v1/state").text());
        return new Guild(control, state.path("guilds").path(0));
    }

    private static String joined(Guild guild, String name) {
        return control.post("/guilds/" + guild.id() + "/members", Map.of("name", name), Duration.ZERO)
                .path("id")
                .asText();
    }

    private static void write(Guild guild, String memberId, String text) {
        String channel = guild.json().path("channels").path(0).path("id").asText();
        control.post(
                "/guilds/" + guild.id() + "/channels/" + channel + "/messages",
                Map.of("userId", memberId, "content", text),
                Duration.ZERO);
    }
}
