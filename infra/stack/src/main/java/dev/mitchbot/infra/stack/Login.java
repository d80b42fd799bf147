package dev.mitchbot.infra.stack;

import dev.mitchbot.infra.keycloak.LocalKeycloak;
import dev.mitchbot.infra.servers.Database;
import dev.mitchbot.infra.servers.Secrets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The stack's Keycloak as it is planned.
 *
 * @param realm what the realm's placeholders stand for; with a real Discord the demo's users are disabled
 * @param database the demo's own, or that of a real Discord: a realm is read once, and passwords that everybody knows stay
 *     with the demo
 */
record Login(int port, int managementPort, Map<String, String> realm, Database database) {
    private static final String DASHBOARD_URL = "DASHBOARD_URL";
    private static final String DASHBOARD_SECRET = "DASHBOARD_OIDC_SECRET";
    private static final List<String> DISCORD = List.of("DISCORD_CLIENT_ID", "DISCORD_CLIENT_SECRET");
    private static final String DEMO_DATABASE = "keycloak_demo";
    private static final int PORT = 8_180;
    private static final int MANAGEMENT_PORT = 8_181;

    static Login of(StackOptions options, String dashboardUrl, Path folder) {
        Settings settings = options.settings();
        return new Login(
                Plan.port(options, "KEYCLOAK_PORT", PORT),
                Plan.port(options, "KEYCLOAK_MANAGEMENT_PORT", MANAGEMENT_PORT),
                realm(settings, dashboardUrl, Secrets.keptIn(folder.resolve("data/dashboard-oidc-secret"))),
                new Database(
                        isDemo(settings) ? DEMO_DATABASE : Backends.KEYCLOAK,
                        Backends.KEYCLOAK,
                        Secrets.keptIn(folder.resolve("data/keycloak-database-password"))));
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

    /** What the dashboard has to know as the realm has it. */
    Map<String, String> dashboard() {
        return Map.of(DASHBOARD_URL, realm.get(DASHBOARD_URL), DASHBOARD_SECRET, realm.get(DASHBOARD_SECRET));
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
