package dev.mitchbot.infra.stack;

import dev.mitchbot.infra.keycloak.LocalKeycloak;
import dev.mitchbot.infra.servers.Database;
import dev.mitchbot.infra.servers.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The stack's Keycloak as it is planned.
 *
 * @param realm what the realm's placeholders stand for; with a real Discord the demo's users are disabled
 * @param database the demo's own, or that of a real Discord: a realm is read once, and passwords that everybody knows stay
 *     with the demo
 * @param knownAddress the file that keeps the dashboard's address with which the realm was read
 */
record Login(int port, int managementPort, Map<String, String> realm, Database database, Path knownAddress) {
    private static final String DASHBOARD_URL = "DASHBOARD_URL";
    private static final String DASHBOARD_SECRET = "DASHBOARD_OIDC_SECRET";
    private static final List<String> DISCORD = List.of("DISCORD_CLIENT_ID", "DISCORD_CLIENT_SECRET");
    private static final String DEMO_DATABASE = "keycloak_demo";
    private static final int PORT = 8_180;
    private static final int MANAGEMENT_PORT = 8_181;

    static Login of(StackOptions options, String dashboardUrl, Path folder) {
        Settings settings = options.settings();
        String database = isDemo(settings) ? DEMO_DATABASE : Backends.KEYCLOAK;
        return new Login(
                Plan.port(options, "KEYCLOAK_PORT", PORT),
                Plan.port(options, "KEYCLOAK_MANAGEMENT_PORT", MANAGEMENT_PORT),
                realm(settings, dashboardUrl, Secrets.keptIn(folder.resolve("data/dashboard-oidc-secret"))),
                new Database(
                        database, Backends.KEYCLOAK, Secrets.keptIn(folder.resolve("data/keycloak-database-password"))),
                folder.resolve("data/" + database + "-dashboard-url"));
    }

    private static boolean isDemo(Settings settings) {
        return !settings.has(RealDiscord.TOKEN);
    }

    private static Map<String, String> realm(Settings settings, String dashboardUrl, String dashboardSecret) {
        var realm = new HashMap<String, String>();
        realm.put(DASHBOARD_URL, settings.text(DASHBOARD_URL).orElse(dashboardUrl));
        realm.put(DASHBOARD_SECRET, settings.text(DASHBOARD_SECRET).orElse(dashboardSecret));
        String demo = "" + isDemo(settings);
        realm.put("DEMO_USERS", demo);
        realm.put("PROGRAMS_PASSWORD_LOGIN", demo);
        realm.put("DISCORD_LOGIN", "" + DISCORD.stream().allMatch(settings::has));
        DISCORD.forEach(name -> settings.text(name).ifPresent(value -> realm.put(name, value)));
        return realm;
    }

    /** The issuer of the tokens. */
    String issuer() {
        return "http://127.0.0.1:" + port + "/realms/mitchbot";
    }

    /** Where people enter the dashboard. */
    String dashboardUrl() {
        return realm.get(DASHBOARD_URL);
    }

    /** Where the realm sends people back to; empty before it was read. */
    Optional<String> knownDashboardUrl() {
        try {
            return Files.exists(knownAddress)
                    ? Optional.of(Files.readString(knownAddress).strip())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses an address to which nobody would come back. */
    void checkDashboardUrl() {
        knownDashboardUrl().filter(known -> !known.equals(dashboardUrl())).ifPresent(known -> {
            throw new Refusal(
                    "Log-in sends people back to " + known + " since the first start, and the dashboard would be at "
                            + dashboardUrl() + ": set DASHBOARD_HTTP_PORT and " + DASHBOARD_URL
                            + " as they were, or move the dashboard as infra/keycloak/README.md says.");
        });
    }

    /** Called when the realm has been read. */
    void keepDashboardUrl() {
        if (Files.exists(knownAddress)) {
            return;
        }
        try {
            Files.writeString(knownAddress, dashboardUrl() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the dashboard has to know as the realm has it. */
    Map<String, String> dashboard() {
        return Map.of(DASHBOARD_URL, dashboardUrl(), DASHBOARD_SECRET, realm.get(DASHBOARD_SECRET));
    }

    LocalKeycloak.Options options(Path home, Path folder, String databaseUrl) {
        return new LocalKeycloak.Options(
                home,
                port,
                managementPort,
                "jdbc:" + databaseUrl,
                database,
                Secrets.keptIn(folder.resolve("data/keycloak-admin-password")),
                realm,
                List.of(Leftovers.mark(folder)),
                Logs.of(folder, Backends.KEYCLOAK));
    }
}
