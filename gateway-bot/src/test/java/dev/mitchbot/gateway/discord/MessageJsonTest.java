package dev.mitchbot.gateway.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitchbot.contracts.reply.Button;
import dev.mitchbot.contracts.reply.Embed;
import dev.mitchbot.contracts.reply.MessageBody;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessageJsonTest {
    @Test
    void writesAnEmbedWithButtonsAndPingsNobody() {
        Embed embed = Embed.of(0x2b6cb0, "1,000 coins")
                .titled("Balance")
                .withFooter("Guild")
                .with(new Embed.Field("Rank", "3", true));
        Button next = new Button("economy:leaderboard:2", "Next", Button.Style.SECONDARY, true, Optional.of("➡"));
        JsonNode json = MessageJson.created(MessageBody.of(embed).withRow(next), true);
        assertThat(json)
                .hasToString("{\"embeds\":[{\"title\":\"Balance\",\"description\":\"1,000 coins\",\"color\":2845872,"
                        + "\"fields\":[{\"name\":\"Rank\",\"value\":\"3\",\"inline\":true}],"
                        + "\"footer\":{\"text\":\"Guild\"}}],\"components\":[{\"type\":1,\"components\":[{\"type\":2,"
                        + "\"style\":2,\"custom_id\":\"economy:leaderboard:2\",\"label\":\"Next\",\"disabled\":true,"
                        + "\"emoji\":{\"name\":\"➡\"}}]}],\"allowed_mentions\":{\"parse\":[]},\"flags\":64}");
    }

    @Test
    void takesAwayWhatTheNewMessageDoesNotHave() {
        JsonNode json = MessageJson.replacing(MessageBody.of(Embed.of(1, "Gone")));
        assertThat(json.get("content").isNull()).isTrue();
        assertThat(json.get("components").isEmpty()).isTrue();
    }
}
