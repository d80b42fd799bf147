package dev.mitchbot.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** The simulator's page, used as a person does: by typing, and by clicking what can be seen. */
record ChatPage(Page page) {
    static ChatPage open(Browser browser, String simulatorUrl, String place, Look look) {
        var chat = new ChatPage(browser.open(simulatorUrl + "/" + place, look.context()));
        assertThat(chat.page.locator("body")).hasClass("ready");
        return chat;
    }

    /** Opens the guild as one of its members sees it. */
    static ChatPage open(Browser browser, String simulatorUrl, Guild guild, String memberId, Look look) {
        return open(browser, simulatorUrl, "#guild=" + guild.id() + "&member=" + memberId, look);
    }

    Locator line() {
        return page.getByRole(AriaRole.COMBOBOX, new GetByRoleOptions().setName("Message or command"));
    }

    Locator hint() {
        return page.getByRole(AriaRole.ALERT);
    }

    Locator suggestions() {
        return page.locator("#suggestions").getByRole(AriaRole.OPTION);
    }

    Locator messages() {
        return page.getByRole(AriaRole.ARTICLE);
    }

    Locator newest() {
        return messages().last();
    }

    Locator saying(String text) {
        return messages().filter(new Locator.FilterOptions().setHasText(text)).last();
    }

    Locator button(Locator message, String label) {
        return message.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(label));
    }

    Locator connection() {
        return page.locator("#connection");
    }

    /** Types letter by letter, as the completion is to be seen at work. */
    void type(String text) {
        line().click();
        line().pressSequentially(text);
    }

    void press(String key) {
        line().press(key);
    }

    void say(String text) {
        type(text);
        press("Enter");
        assertThat(line()).hasValue("");
    }

    void goTo(String channel) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(channel)).click();
        assertThat(page.locator("#place")).containsText(channel);
    }

    void speakAs(String name) {
        Locator search = page.getByRole(AriaRole.COMBOBOX, new GetByRoleOptions().setName("Speak as"));
        if (!search.isVisible()) {
            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Members"))
                    .click();
        }
        search.fill(name);
        search.press("Enter");
        assertThat(line()).hasAttribute("placeholder", Pattern.compile(" as " + name + ","));
    }

    /** How many pixels wider than the screen the page is. */
    int overflow() {
        return (int) page.evaluate("() => document.documentElement.scrollWidth - innerWidth");
    }
}
