package dev.mitchbot.dashboard.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitchbot.contracts.wire.Json;
import dev.mitchbot.dashboard.members.Known;
import dev.mitchbot.dashboard.members.Member;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CaseTest {
    private static final Member CAROL = new Member("18446744073709551615", "carol", false);

    @Test
    void isOpenAsLongAsDiscordHasNotAnswered() throws Exception {
        Case requested = shown("""
                {"number": 7, "kind": "TEMPBAN", "state": "REQUESTED", "userId": "18446744073709551615", "moderatorId": "2",
                 "reason": "spam", "durationSeconds": 93900, "openedAt": "2026-01-31T18:00:00Z"}""");
        assertThat(requested.kind()).isEqualTo("Temporary ban");
        assertThat(requested.state()).isEqualTo("Requested");
        assertThat(requested.tone()).isEqualTo("open");
        assertThat(requested.explanation()).isEqualTo("Discord has not answered yet.");
        assertThat(requested.user()).isEqualTo(CAROL);
        assertThat(requested.moderator()).isEqualTo(Member.unnamed("2"));
        assertThat(requested.duration()).isEqualTo("1 d 2 h 5 min");
        assertThat(requested.openedAt()).isEqualTo("31 Jan 2026, 18:00:00");
        assertThat(requested.closedAt()).isEmpty();
        assertThat(requested.lifted()).isEmpty();
    }

    @Test
    void saysInDiscordsWordsWhyItFailed() throws Exception {
        Case failed = shown("""
                {"number": 8, "kind": "BAN", "state": "FAILED", "failure": "Missing Permissions", "openedAt": "2026-01-31T18:00:00Z",
                 "closedAt": "2026-01-31T18:00:01Z"}""");
        assertThat(failed.tone()).isEqualTo("bad");
        assertThat(failed.explanation()).isEqualTo("Discord says: Missing Permissions");
        assertThat(failed.closedAt()).isEqualTo("31 Jan 2026, 18:00:01");
    }

    @Test
    void namesTheBanThatItLifts() throws Exception {
        Case lift = shown("""
                {"number": 9, "kind": "UNBAN", "state": "UNANSWERED", "relatedCase": 7, "openedAt": "2026-01-31T18:00:00Z"}""");
        assertThat(lift.lifted()).isEqualTo("7");
        assertThat(lift.explanation()).isEqualTo("Discord never answered: it may be done or not.");
    }

    @Test
    void showsAKindThatIsNotKnownYetByItsName() throws Exception {
        assertThat(shown("{\"kind\": \"KICK\", \"state\": \"DONE\"}").kind()).isEqualTo("KICK");
    }

    private static Case shown(String document) throws IOException {
        return Case.of(
                Json.read(document.getBytes(StandardCharsets.UTF_8), JsonNode.class),
                new Known(Map.of(CAROL.id(), CAROL)));
    }
}
