package org.cortexscim.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cortexscim.access.keys.ExpiryWindow;
import org.cortexscim.directory.UserChanged;
import org.cortexscim.scim.Reason;
import org.junit.jupiter.api.Test;

/** The documentation, the dashboard and the alerts use the names and the labels of the code. */
class MetricTest {
    private static final String PREFIX = "cortexscim_";
    private static final Pattern APPENDED = Pattern.compile("_total$|_seconds_(bucket|count|sum)$");
    private static final Pattern SELECTOR = Pattern.compile("(\\w+)=~?\"([A-Za-z0-9_|]+)\"");

    /** Each label with a fixed set of values. */
    private static final Map<String, Set<String>> VALUES = Map.of(
            "reason", names(Reason.values()),
            "kind", lowerCase(names(UserChanged.Kind.values())),
            "within",
                    Arrays.stream(ExpiryWindow.values()).map(ExpiryWindow::text).collect(Collectors.toSet()),
            "outcome", Set.of("success", "refusal", "overload", "failure"),
            "datasource", Set.of("jdbc_cortex"));

    @Test
    void documentsEveryMetric() throws IOException {
        assertThat(own(MetricNames.documented())).isEqualTo(ids());
    }

    @Test
    void queriesOnlyMetricsThatAreDocumented() throws IOException {
        assertThat(MetricNames.documented()).containsAll(MetricNames.queried());
    }

    @Test
    void showsEveryMetric() throws IOException {
        assertThat(own(MetricNames.queried())).isEqualTo(ids());
    }

    @Test
    void queriesOnlyValuesThatLabelsHave() throws IOException {
        List<String> expressions = Stream.concat(MetricNames.ofDashboard().stream(), MetricNames.ofAlerts().stream())
                .toList();

        assertThat(expressions)
                .allSatisfy(expression -> SELECTOR.matcher(expression)
                        .results()
                        .filter(match -> VALUES.containsKey(match.group(1)))
                        .forEach(match -> assertThat(VALUES.get(match.group(1)))
                                .as(match.group())
                                .contains(match.group(2).split("\\|"))));
        assertThat(String.join("\n", expressions)).contains("reason=", "kind=", "within=", "outcome=");
    }

    @Test
    void tellsWhatToDoAboutEveryAlert() throws IOException {
        List<String> lines = Files.readAllLines(MetricNames.ALERTS);

        assertThat(MetricNames.ofAlerts()).hasSizeGreaterThan(10);
        assertThat(List.of(" *- alert: \\w+", " *summary: \".{10,}\"", " *description: \".{50,}\""))
                .allSatisfy(line ->
                        assertThat(lines).filteredOn(text -> text.matches(line)).hasSameSizeAs(MetricNames.ofAlerts()));
    }

    @Test
    void configuresTheBucketsOfMetricsThatExist() throws IOException {
        String configuration = Files.readString(Path.of("src/main/resources/META-INF/microprofile-config.properties"));

        assertThat(Pattern.compile("=(" + PREFIX + "\\w+)=")
                        .matcher(configuration)
                        .results())
                .extracting(match -> match.group(1))
                .isNotEmpty()
                .allMatch(ids()::contains);
    }

    @Test
    void findsTheNamesInAnExpression() {
        assertThat(MetricNames.namesIn(
                        "sum by (job) (rate(a_total{x=~\"y|z\"}[5m])) / (max by (job) (b) > 0.5) and on (job) c"))
                .containsExactly("a_total", "b", "c");
    }

    private static Set<String> own(Set<String> names) {
        return names.stream()
                .filter(name -> name.startsWith(PREFIX))
                .map(name -> APPENDED.matcher(name).replaceFirst(""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> ids() {
        return Arrays.stream(Metric.values()).map(Metric::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toSet());
    }

    private static Set<String> lowerCase(Set<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }
}
