package dev.mitchbot.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mitchbot.infra.stack.Program.QuarkusApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {
    private static final FileTime BUILT = FileTime.fromMillis(1_000_000);

    @TempDir
    private Path home;

    private final QuarkusApp app = new QuarkusApp("some-service");

    @Test
    void startsFromARecordingOfWhatIsBuilt() throws IOException {
        String jar = file("quarkus-run.jar", BUILT);
        String cache = file("app.aot", FileTime.fromMillis(2_000_000));
        assertThat(app.isRecorded(home)).isTrue();
        assertThat(app.arguments(home)).endsWith("-XX:AOTCache=" + cache, "-jar", jar);
    }

    @Test
    void passesOverARecordingOfAnEarlierBuild() throws IOException {
        String jar = file("quarkus-run.jar", BUILT);
        file("app.aot", FileTime.fromMillis(500_000));
        assertThat(app.isRecorded(home)).isFalse();
        assertThat(app.arguments(home)).containsExactly("-jar", jar);
    }

    @Test
    void recordsBesideTheProgram() throws IOException {
        String jar = file("quarkus-run.jar", BUILT);
        assertThat(app.isRecorded(home)).isFalse();
        assertThat(app.recordingArguments(home))
                .containsExactly(
                        "-XX:TieredStopAtLevel=3",
                        "-XX:AOTCacheOutput=" + jar.replace("quarkus-run.jar", "app.aot"),
                        "-jar",
                        jar);
    }

    @Test
    void saysWhatIsNotBuilt() {
        assertThatThrownBy(() -> app.arguments(home)).hasMessageContaining("some-service is not built");
    }

    private String file(String name, FileTime time) throws IOException {
        Path folder = Files.createDirectories(home.resolve("some-service/target/quarkus-app"));
        Path file = Files.createFile(folder.resolve(name));
        Files.setLastModifiedTime(file, time);
        return file.toString();
    }
}
