package dev.mitchbot.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path home;

    @Test
    void readsTheFileAndLetsTheEnvironmentWin() throws IOException {
        Files.writeString(home.resolve(".env"), """
                # DISCORD_TOKEN=not this one
                DISCORD_TOKEN = "from file"
                KAFKA_PORT=19000
                LOG_JSON=
                """);
        Settings settings = Settings.load(home, Map.of("KAFKA_PORT", "19001", "POSTGRES_PORT", ""));
        assertThat(settings.text("DISCORD_TOKEN")).contains("from file");
        assertThat(settings.port("KAFKA_PORT", 1)).isEqualTo(19001);
        assertThat(settings.port("POSTGRES_PORT", 15432)).isEqualTo(15432);
        assertThat(settings.has("LOG_JSON")).isFalse();
    }

    @Test
    void leavesOutTheSecondCompilerOnlyWhereNothingIsSaidOfAJvm() {
        Settings settings = new Settings(Map.of(Settings.JVM_OPTIONS, "-Xint")).withoutSecondCompiler();
        assertThat(settings.words(Settings.JVM_OPTIONS)).contains(List.of("-Xint"));
        assertThat(settings.words(Settings.KAFKA_JVM_OPTIONS).orElseThrow()).contains("-XX:TieredStopAtLevel=1");
        assertThat(Settings.none()
                        .withoutSecondCompiler()
                        .words(Settings.JVM_OPTIONS)
                        .orElseThrow())
                .contains("-XX:NewRatio=1", "-XX:TieredStopAtLevel=1");
    }

    @Test
    void refusesWhatIsNoPort() {
        assertThatThrownBy(() -> new Settings(Map.of("KAFKA_PORT", "many")).port("KAFKA_PORT", 1))
                .hasMessage("KAFKA_PORT=many is not a number.");
        assertThatThrownBy(() -> new Settings(Map.of("KAFKA_PORT", "70000")).port("KAFKA_PORT", 1))
                .hasMessage("KAFKA_PORT=70000 is no port; use 1 to 65535.");
    }
}
