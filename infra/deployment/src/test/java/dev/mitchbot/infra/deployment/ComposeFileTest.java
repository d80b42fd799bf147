package dev.mitchbot.infra.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.mitchbot.simulator.Skipping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What can be said about docker-compose.yml without Docker. */
class ComposeFileTest {
    private static final String FILE = "docker-compose.yml";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(:[?-])?([^}]*)}");
    private static final Pattern SECRET = Pattern.compile("PASSWORD|SECRET|TOKEN");
    private static final String READ_BY_THE_JVM = "JAVA_TOOL_OPTIONS";

    private static final JsonNode SERVICES = Repository.merged(FILE).path("services");

    private static final List<String> BOT_AND_SERVICES = SERVICES.propertyStream()
            .map(Map.Entry::getKey)
            .filter(name -> name.matches(".*-(bot|service)"))
            .toList();

    @Test
    void isWhatTheComposeSpecificationAllows() throws Exception {
        Skipping.without("npm");
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(((ObjectNode) Repository.json(Files.readString(specification()))).without("$id"));
        assertThat(schema.validate(Repository.merged(FILE))).isEmpty();
        assertThat(schema.validate(Repository.json("{\"services\": {\"a\": {\"imagine\": \"b\"}}}")))
                .isNotEmpty();
    }

    @Test
    void namesEachVariableInTheExample() {
        assertThat(variables()).isNotEmpty().allSatisfy(ComposeFileTest::isInTheExample);
    }

    @Test
    void namesEachVariableThatAServiceReadsInTheExample() {
        assertThat(BOT_AND_SERVICES)
                .allSatisfy(name -> assertThat(VARIABLE.matcher(read(name)).results())
                        .isNotEmpty()
                        .allSatisfy(ComposeFileTest::isInTheExample));
    }

    @Test
    void hasNoDefaultForASecretAndSaysWhatIsMissing() {
        assertThat(variables())
                .filteredOn(variable -> SECRET.matcher(variable.group(1)).find())
                .hasSizeGreaterThan(10)
                .allSatisfy(variable -> {
                    assertThat(variable.group(2)).as(variable.group()).isEqualTo(":?");
                    assertThat(variable.group(3)).as(variable.group()).isNotBlank();
                });
        assertThat(environments())
                .filteredOn(setting -> SECRET.matcher(setting.getKey()).find())
                .isNotEmpty()
                .allSatisfy(setting -> assertThat(setting.getValue().asText()).startsWith("${"));
    }

    @Test
    void pinsEachImageAndTheServicesToThisVersion() {
        String version = Repository.text("pom.xml").replaceFirst("(?s).*?<version>([^<]+)<.*", "$1");
        assertThat(SERVICES.fieldNames()).toIterable().hasSize(11);
        assertThat(SERVICES).allSatisfy(service -> {
            String image = VARIABLE.matcher(service.path("image").asText()).replaceAll("$3");
            assertThat(image).matches("[a-z0-9./-]+:v?[0-9][0-9A-Za-z.-]*");
            if (image.startsWith("mitchbot/")) {
                assertThat(image).endsWith(":" + version);
                assertThat(Repository.path(image.replaceFirst("mitchbot/(.*):.*", "$1/pom.xml")))
                        .exists();
            }
        });
    }

    @Test
    void runsTheServersWhoseVersionsAreTested() {
        String pom = Repository.text("pom.xml");
        Map.of("kafka", "kafka.version", "keycloak", "keycloak.version", "postgres", "postgres.version")
                .forEach((service, property) -> assertThat(pom.replaceFirst("(?s).*<" + property + ">([^<]+)<.*", "$1"))
                        .startsWith(
                                SERVICES.path(service).path("image").asText().replaceFirst(".*:", "")));
    }

    @Test
    void watchesRestartsAndBoundsEachService() {
        assertThat(SERVICES).allSatisfy(service -> {
            assertThat(service.path("healthcheck").has("test")).isTrue();
            assertThat(service.path("restart").asText()).isEqualTo("unless-stopped");
            assertThat(service.path("mem_limit").asText()).matches("[0-9]+[mg]|\\$\\{[A-Z_]+:-[0-9]+[mg]}");
        });
    }

    @Test
    void opensPortsOnLoopbackOnly() {
        assertThat(SERVICES)
                .allSatisfy(service -> assertThat(service.path("ports"))
                        .allSatisfy(port -> assertThat(port.asText()).startsWith("127.0.0.1:")));
    }

    @Test
    void mountsWhatIsThere() {
        SERVICES.forEach(service -> service.path("volumes").forEach(volume -> {
            String source = volume.asText().split(":")[0];
            if (source.startsWith("./")) {
                assertThat(Repository.path(source)).isDirectory();
            } else {
                assertThat(Repository.merged(FILE).path("volumes").has(source)).isTrue();
            }
        }));
    }

    @Test
    void setsWhatTheServicesRead() {
        assertThat(BOT_AND_SERVICES).hasSize(5).allSatisfy(name -> {
            String read = read(name);
            SERVICES.path(name).path("environment").fieldNames().forEachRemaining(variable -> {
                if (!variable.equals(READ_BY_THE_JVM)) {
                    assertThat(read).as(name).contains("${" + variable);
                }
            });
        });
    }

    @Test
    void putsFirstWhatDiscordWaitsFor() {
        var first = SERVICES.propertyStream()
                .filter(service -> service.getValue().path("cpu_shares").asInt(1024) > 1024)
                .map(Map.Entry::getKey);
        assertThat(first).containsExactlyInAnyOrder("gateway-bot", "kafka");
    }

    /** The broker looks for what it has to flush only where it is told how often. */
    @Test
    void flushesWhatTheBrokerConfirmed() {
        JsonNode broker = SERVICES.path("kafka").path("environment");
        assertThat(broker.has("KAFKA_LOG_FLUSH_SCHEDULER_INTERVAL_MS"))
                .isEqualTo(broker.has("KAFKA_LOG_FLUSH_INTERVAL_MS"));
    }

    @Test
    void hasARealmWithoutTheDemosUsers() {
        assertThat(Repository.path("infra/keycloak/realm")).isDirectoryContaining("glob:**.json");
        assertThat(Repository.json(Repository.text("infra/keycloak/realm/mitchbot-realm.json"))
                        .has("users"))
                .isFalse();
        assertThat(SERVICES.path("keycloak").path("volumes"))
                .extracting(JsonNode::asText)
                .containsExactly("./infra/keycloak/realm:/opt/keycloak/data/import:ro");
    }

    private static void isInTheExample(MatchResult variable) {
        assertThat(Repository.text(".env.example")).containsPattern("(?m)^#?" + variable.group(1) + "=");
    }

    /** The settings that a service reads. */
    private static String read(String service) {
        return Repository.text(service + "/src/main/resources/application.properties")
                + Repository.text("messaging-kit/src/main/resources/META-INF/microprofile-config.properties");
    }

    private static List<MatchResult> variables() {
        return VARIABLE.matcher(Repository.text(FILE).replaceAll("(?m)^#.*", ""))
                .results()
                .toList();
    }

    private static List<Map.Entry<String, JsonNode>> environments() {
        return SERVICES.valueStream()
                .flatMap(service -> service.path("environment").propertyStream())
                .toList();
    }

    /** The specification's JSON Schema (Apache-2.0), which npm has inside of dclint (MIT). */
    private static Path specification() throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of("target/npm"));
        for (String file : List.of("package.json", "package-lock.json")) {
            Files.copy(Path.of("src/test/npm", file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        Path schema = folder.resolve("node_modules/dclint/schemas/compose.schema.json");
        if (!Files.exists(schema)) {
            var outcome =
                    Programs.run(folder, Map.of(), List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
            Skipping.unless(outcome.exitCode() == 0, "npm could not fetch the Compose Specification's schema");
        }
        return schema;
    }
}
