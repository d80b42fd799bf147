package dev.mitchbot.messaging.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mitchbot.messaging.rest.Problem.FieldError;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
    private final Query query = new Query(Set.of("from", "to"));

    @Test
    void readsTheEarliestAndTheLatestTime() {
        assertThat(query.instant("from", "2000-01-01T00:00:00Z")).contains(Instant.parse("2000-01-01T00:00:00Z"));
        assertThat(query.instant("to", "9999-12-31T23:59:59Z")).contains(Instant.parse("9999-12-31T23:59:59Z"));
        query.requireValid();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1000000000-01-01T00:00:00Z",
                "1999-12-31T23:59:59.999999999Z",
                "+10000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z",
                "now"
            })
    void namesATimeThatIsNoneOrBeyondTheLimits(String time) {
        assertThat(query.instant("from", time)).isEmpty();
        query.instant("to", null);

        var refused = catchThrowableOfType(ProblemException.class, query::requireValid);
        assertThat(refused.problem().errors())
                .containsExactly(
                        new FieldError("from", "must be a time from 2000-01-01T00:00:00Z to 9999-12-31T23:59:59Z"));
    }
}
