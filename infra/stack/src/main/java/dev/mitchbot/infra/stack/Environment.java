package dev.mitchbot.infra.stack;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.mitchbot.infra.servers.Database;
import dev.mitchbot.infra.stack.Service.Need;
import java.util.HashMap;
import java.util.Map;

/** The environment variables by which each service learns where everything is. */
record Environment(StackOptions options, Plan plan) {
    /** Shaped like a real token, whose first part is the bot's id; worth nothing outside of the simulator. */
    private static final String SIMULATED_TOKEN = "MTAwMDAwMDAwMDAwMDAwMDAx.simulated.only-good-for-the-simulator";

    Map<String, String> of(Instance instance) {
        Service service = instance.service();
        var variables = new HashMap<>(options.settings().values());
        variables.put("INSTANCE", instance.name());
        variables.put("HTTP_PORT", "" + instance.port());
        if (service.isSimulator()) {
            variables.put("SIMULATOR_PORT", "" + instance.port());
            variables.put("SIMULATOR_TOKEN", SIMULATED_TOKEN);
        }
        if (service.needs(Need.KAFKA)) {
            plan.bootstrapServers().ifPresent(servers -> variables.put("KAFKA_BOOTSTRAP_SERVERS", servers));
        }
        if (service.needs(Need.POSTGRES)) {
            plan.database(service.name()).ifPresent(database -> variables.putAll(variables(service, database)));
        }
        if (service.needs(Need.DISCORD)) {
            plan.simulatorUrl().ifPresent(url -> {
                variables.put("DISCORD_API_URL", url + "/api/v10");
                variables.put("DISCORD_TOKEN", SIMULATED_TOKEN);
            });
        }
        if (service.needs(Need.LOGIN)) {
            plan.login().ifPresent(login -> variables.put("OIDC_URL", login.issuer()));
        }
        if (service.needs(Need.PAGES)) {
            plan.login().ifPresent(login -> variables.putAll(login.dashboard()));
            variables.putAll(urlsOfServices(instance));
        }
        variables.putAll(options.environment().getOrDefault(service.name(), Map.of()));
        return variables;
    }

    /** Where the REST APIs are that the settings do not name. */
    private Map<String, String> urlsOfServices(Instance asking) {
        return plan.instances().stream()
                .filter(other ->
                        other.service().needs(Need.LOGIN) && !other.service().needs(Need.PAGES))
                .filter(other -> !options.settings().has(other.service().urlSetting()))
                .collect(groupingBy(
                        other -> other.service().urlSetting(),
                        collectingAndThen(
                                toList(), others -> asking.choose(others).url())));
    }

    private Map<String, String> variables(Service service, Database database) {
        return Map.of(
                service.databaseSetting("URL"), plan.databaseUrl(database.name()),
                service.databaseSetting("USER"), database.owner(),
                service.databaseSetting("PASSWORD"), database.password());
    }
}
