package dev.mitchbot.infra.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code mitchbot} in a folder of its own, with stand-ins for Maven and for the JDK. */
class ScriptTest {
    private static final List<String> JARS = List.of(
            "infra/stack/target/stack.jar",
            "infra/bench/target/bench.jar",
            "infra/chaos/target/chaos.jar",
            "economy-service/target/quarkus-app/quarkus-run.jar",
            "games-service/target/quarkus-app/quarkus-run.jar",
            "moderation-service/target/quarkus-app/quarkus-run.jar",
            "gateway-bot/target/quarkus-app/quarkus-run.jar",
            "dashboard-service/target/quarkus-app/quarkus-run.jar");
    private static final String SOURCE = "economy-service/src/main/Source.java";

    /** Takes longer than the times of files are apart. */
    private static final String MAVEN = """
            #!/bin/sh
            sleep 0.1
            echo "$*" >>maven.log
            """;

    @TempDir
    Path home;

    @BeforeEach
    void layOut() throws Exception {
        program("mitchbot", Repository.text("mitchbot"));
        program("mvnw", MAVEN);
        program("jdk/bin/javac", "#!/bin/sh\n");
        program("jdk/bin/java", "#!/bin/sh\necho started\n");
        write("jdk/release", "JAVA_VERSION=\"25.0.1\"\n");
        write(SOURCE, "");
        for (String jar : JARS) {
            write(jar, "");
        }
    }

    @Test
    void buildsOnceAndAgainAfterAnEdit() throws Exception {
        assertThat(up()).contains("Building Mitchbot").endsWith("started\n");
        assertThat(up()).isEqualTo("started\n");
        write(SOURCE, "edited");
        assertThat(up()).contains("Building Mitchbot");
        assertThat(mavenRuns()).hasSize(2).allSatisfy(run -> assertThat(run).endsWith(" package"));
    }

    @Test
    void buildsWhatATestOfOneModuleDidNot() throws Exception {
        up();
        write(SOURCE, "edited");
        assertThat(mitchbot("test", "-pl", "contracts").exitCode()).isZero();
        assertThat(up()).contains("Building Mitchbot");
    }

    @Test
    void buildsNothingAfterEverythingWasTested() throws Exception {
        assertThat(mitchbot("test").exitCode()).isZero();
        assertThat(mavenRuns()).hasSize(2);
        assertThat(up()).isEqualTo("started\n");
    }

    @Test
    void buildsWhatWasEditedWhileEverythingWasTested() throws Exception {
        program("mvnw", MAVEN + "[ \"$(wc -l <maven.log)\" -ne 2 ] || echo edited >" + SOURCE);
        assertThat(mitchbot("test").exitCode()).isZero();
        assertThat(up()).contains("Building Mitchbot");
    }

    @Test
    void buildsWhenATestFailed() throws Exception {
        program("mvnw", MAVEN + "[ \"$(wc -l <maven.log)\" -ne 2 ]\n");
        assertThat(mitchbot("test").exitCode()).isNotZero();
        assertThat(mavenRuns()).hasSize(2);
        assertThat(up()).contains("Building Mitchbot");
    }

    @Test
    void endsWithWhatFailed() throws Exception {
        program("mvnw", MAVEN + """
                mkdir -p infra/stack/target/surefire-reports
                cat >infra/stack/target/surefire-reports/TEST-StackTest.xml <<'END'
                <testsuite name="StackTest" tests="3" errors="1" failures="1">
                  <testcase name="stands" classname="StackTest" time="0.5">
                    <failure message="&#10;expected: &quot;up&quot; &amp; &lt;well&gt;" type="java.lang.AssertionError"><![CDATA[
                      a trace]]></failure>
                  </testcase>
                  <testcase name="walks" classname="StackTest" time="0.1"/>
                  <testcase name="talks" classname="StackTest" time="0.1">
                    <error type="java.lang.NullPointerException"/>
                  </testcase>
                </testsuite>
                END
                echo 'a thousand lines'
                exit 1
                """);
        Programs.Outcome outcome = mitchbot("test");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output()).endsWith("""
                What failed:
                StackTest.stands:  expected: "up" & <well>
                StackTest.talks: java.lang.NullPointerException
                """);
    }

    private String up() throws Exception {
        Programs.Outcome outcome = mitchbot("up");
        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        return outcome.output();
    }

    private Programs.Outcome mitchbot(String... arguments) throws Exception {
        var command =
                Stream.concat(Stream.of("./mitchbot"), Stream.of(arguments)).toList();
        return Programs.run(home, Map.of("JAVA_HOME", home.resolve("jdk").toString()), command);
    }

    private List<String> mavenRuns() throws IOException {
        return Files.readAllLines(home.resolve("maven.log"));
    }

    private void program(String name, String text) throws IOException {
        write(name, text);
        assertThat(home.resolve(name).toFile().setExecutable(true)).isTrue();
    }

    private void write(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
