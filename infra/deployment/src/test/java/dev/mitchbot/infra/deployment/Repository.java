package dev.mitchbot.infra.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The repository's files as the tests read them. */
final class Repository {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final YAMLMapper YAML = new YAMLMapper();

    private Repository() {}

    static Path path(String name) {
        return ROOT.resolve(name);
    }

    static String text(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode yaml(String name) {
        try {
            return YAML.readTree(text(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A YAML file with its anchors and merges resolved, as Docker Compose sees it. */
    static JsonNode merged(String name) {
        Object loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(new StringReader(text(name)));
        return JSON.valueToTree(loaded);
    }

    /** Every PromQL expression of the alert rules. */
    static List<String> ruleExpressions() {
        return yaml("infra/prometheus/rules.yml").findValuesAsText("expr");
    }

    /** Every PromQL expression of Grafana's dashboard, with a fixed interval for Grafana's variable. */
    static List<String> dashboardExpressions() {
        var expressions = new ArrayList<String>();
        json(text("infra/grafana/dashboards/mitchbot.json"))
                .findValuesAsText("expr")
                .forEach(expression -> expressions.add(expression.replace("$__rate_interval", "1m")));
        return expressions;
    }
}
