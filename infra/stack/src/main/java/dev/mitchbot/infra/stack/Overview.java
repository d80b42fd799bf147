package dev.mitchbot.infra.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The table that says what runs where. */
final class Overview {
    private static final String GAP = "   ";

    private Overview() {}

    static String of(Plan plan, Path folder) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("what", "where", "log"));
        plan.simulatorUrl().ifPresent(url -> rows.add(row("simulator", url + "/", folder)));
        plan.instances().stream()
                .filter(instance -> instance.service().needs(Service.Need.PAGES))
                .forEach(instance -> rows.add(row(
                        instance.name(), instance.number() == 1 ? plan.entrance() + "/" : watched(instance), folder)));
        plan.instances().stream()
                .filter(instance ->
                        !instance.service().isSimulator() && !instance.service().needs(Service.Need.PAGES))
                .forEach(instance -> rows.add(row(instance.name(), watched(instance), folder)));
        plan.login().ifPresent(login -> rows.add(row(Backends.KEYCLOAK, login.issuer(), folder)));
        plan.bootstrapServers().ifPresent(servers -> rows.add(row(Backends.KAFKA, servers, folder)));
        plan.databases()
                .forEach(database -> rows.add(row(Backends.POSTGRES, plan.databaseUrl(database.name()), folder)));
        return render(rows);
    }

    private static String watched(Instance instance) {
        return instance.url() + "/q/health and /q/metrics";
    }

    private static List<String> row(String name, String where, Path folder) {
        return List.of(name, where, shown(Logs.of(folder, name)));
    }

    /** Below the working directory a path is shown from there. */
    private static String shown(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return (path.startsWith(here) ? here.relativize(path) : path).toString();
    }

    private static String render(List<List<String>> rows) {
        int[] widths = IntStream.range(0, rows.getFirst().size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        var table = new StringBuilder();
        for (List<String> row : rows) {
            var line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                line.append(cell).repeat(" ", widths[column] - cell.length()).append(GAP);
            }
            table.append(line.toString().stripTrailing()).append('\n');
        }
        return table.toString();
    }
}
