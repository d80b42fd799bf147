package dev.mitchbot.infra.stack.visit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormTest {
    private static final String PAGE = """
            <form method="post" action="/sign-out"><input type="hidden" name="token" value="first"></form>
            <form class="settings" method="post">
            <input type="hidden" name="version" value="&quot;7&quot;">
            <input type="checkbox" name="enabled" id="enabled" value="true" aria-describedby="enabled-limits" checked>
            <input type="checkbox" name="other" value="true" aria-describedby="other-limits">
            <input id="maxStake" name="maxStake" value="1000" autocomplete="off" inputmode="numeric">
            <textarea id="reason" name="reason">none of these</textarea>
            </form>""";

    @Test
    void holdsWhatABrowserWouldSendOfThePagesLastForm() {
        assertThat(Form.of(PAGE).fields())
                .containsOnlyKeys("version", "enabled", "maxStake")
                .containsEntry("version", "\"7\"")
                .containsEntry("enabled", "true");
        assertThat(Form.of(PAGE).with("maxStake", "5").value("maxStake")).isEqualTo("5");
    }
}
