package dev.mitchbot.infra.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.simulator.Skipping;
import org.junit.jupiter.api.Test;

class PrometheusConfigTest {
    private static final String FOLDER = "infra/prometheus";

    @Test
    void isWhatPrometheusReads() throws Exception {
        Skipping.without("promtool");
        Programs.succeed(Repository.path(FOLDER), "promtool", "check", "config", "prometheus.yml");
        Programs.succeed(Repository.path(FOLDER), "promtool", "check", "config", "demo.yml");
        Programs.succeed(Repository.path(FOLDER), "promtool", "check", "rules", "rules.yml");
    }

    @Test
    void eachAlertIsExplained() {
        String explained = Repository.text("docs/operations.md");
        assertThat(Repository.yaml(FOLDER + "/rules.yml").findValuesAsText("alert"))
                .isNotEmpty()
                .allSatisfy(alert -> assertThat(explained).contains("| `" + alert + "` |"));
    }

    @Test
    void grafanaFindsItsDashboardAndItsSource() {
        var dashboard = Repository.json(Repository.text("infra/grafana/dashboards/mitchbot.json"));
        var source = Repository.yaml("infra/grafana/provisioning/datasources/prometheus.yml")
                .path("datasources")
                .path(0);
        assertThat(dashboard.path("panels").findValuesAsText("uid"))
                .isNotEmpty()
                .containsOnly(source.path("uid").asText());
        assertThat(dashboard.path("panels").findValuesAsText("title")).doesNotHaveDuplicates();
        assertThat(Repository.yaml("infra/grafana/provisioning/dashboards/mitchbot.yml")
                        .path("providers")
                        .path(0)
                        .path("options")
                        .path("path")
                        .asText())
                .isEqualTo("/etc/grafana/dashboards");
        assertThat(Repository.text("docker-compose.yml"))
                .contains("./infra/grafana/dashboards:/etc/grafana/dashboards:ro");
    }
}
