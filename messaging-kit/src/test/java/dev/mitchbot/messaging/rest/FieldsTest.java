package dev.mitchbot.messaging.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mitchbot.messaging.rest.Problem.FieldError;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
    private static final Pattern WORD = Pattern.compile("[a-z]{1,5}");

    @Test
    void readsWhatIsWithinItsLimitsAndZeroToo() {
        Fields fields = Fields.of("{\"open\":true,\"count\":0,\"name\":\"abc\"}", List.of());

        assertThat(fields.bool("open")).isTrue();
        assertThat(fields.whole("count", 0, 5)).isZero();
        assertThat(fields.text("name", WORD, "1 to 5 letters")).isEqualTo("abc");
        fields.requireValid();
    }

    @Test
    void namesEveryFieldThatIsWrongMissingOrUnknown() {
        Fields fields = Fields.of(
                "{\"open\":1,\"count\":6,\"half\":0.5,\"large\":1e30,\"name\":\"\",\"more\":1,\"none\":null}",
                List.of());
        fields.bool("open");
        fields.whole("count", 0, 5);
        fields.whole("half", 0, 5);
        fields.whole("large", 0, 5);
        fields.whole("none", 0, 5);
        fields.whole("absent", 0, 5);
        fields.text("name", WORD, "1 to 5 letters");

        Problem problem = catchThrowableOfType(ProblemException.class, fields::requireValid)
                .problem();
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.errors())
                .extracting(FieldError::field)
                .containsExactly("open", "count", "half", "large", "none", "absent", "name", "more");
        assertThat(problem.errors()).contains(new FieldError("count", "must be a whole number from 0 to 5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "7", "{", "{\"a\":1,\"a\":2}", "{} {}"})
    void takesOnlyOneJsonObject(String body) {
        assertThatThrownBy(() -> Fields.of(body, List.of())).isInstanceOf(ProblemException.class);
    }
}
