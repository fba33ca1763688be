package org.cortexscim.observability;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the documentation, the dashboard and the alerts call the metrics. */
final class MetricNames {
    static final Path ALERTS = Path.of("deploy/prometheus/alerts.yml");
    private static final Path DASHBOARD = Path.of("deploy/grafana/cortex-scim.json");
    private static final Path GUIDE = Path.of("docs/operations.md");

    private static final Pattern SECTION = Pattern.compile("(?s)\n### Metrics\n(.*?)\n#+ ");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]+) \\|");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern EXPRESSION = Pattern.compile("(?m)^ *expr: (.+)$");

    /** Selectors, ranges and the labels after {@code by}: what is left are names, functions and numbers. */
    private static final Pattern NO_NAMES =
            Pattern.compile("\\{[^}]*}|\\[[^]]*]|\\b(by|without|on|ignoring) *\\([^)]*\\)");

    private static final Pattern NAME = Pattern.compile("\\b([a-zA-Z_][a-zA-Z0-9_]*)\\b(?! *\\()");
    private static final Pattern OPERATOR = Pattern.compile("and|or|unless");

    /** Prometheus makes this one of whether it could read the others. */
    private static final String OF_PROMETHEUS = "up";

    private MetricNames() {}

    static Set<String> documented() throws IOException {
        String section = found(SECTION, Files.readString(GUIDE)).get(0);
        return found(ROW, section).stream()
                .flatMap(cell -> found(CODE, cell).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Everything that the dashboard and the alerts ask for. */
    static Set<String> queried() throws IOException {
        Set<String> names = new TreeSet<>();
        Stream.concat(ofDashboard().stream(), ofAlerts().stream())
                .forEach(expression -> names.addAll(namesIn(expression)));
        names.remove(OF_PROMETHEUS);
        return names;
    }

    static List<String> ofAlerts() throws IOException {
        return found(EXPRESSION, Files.readString(ALERTS));
    }

    static List<String> ofDashboard() throws IOException {
        try (JsonReader reader = Json.createReader(new StringReader(Files.readString(DASHBOARD)))) {
            return reader.readObject().getJsonArray("panels").stream()
                    .map(JsonValue::asJsonObject)
                    .filter(panel -> panel.containsKey("targets"))
                    .flatMap(panel -> panel.getJsonArray("targets").getValuesAs(JsonObject.class).stream())
                    .map(target -> target.getString("expr"))
                    .toList();
        }
    }

    static Set<String> namesIn(String expression) {
        return found(NAME, NO_NAMES.matcher(expression).replaceAll(" ")).stream()
                .filter(name -> !OPERATOR.matcher(name).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }
}
