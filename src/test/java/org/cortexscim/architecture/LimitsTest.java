package org.cortexscim.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The values in docs/limits.md are those of the code: a row ends with a comment that names its constants, or has the
 * variable that sets it.
 */
class LimitsTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|]+) \\| ([^|]+) \\|([^|]*)\\|[^|]+\\|(.*)$");
    private static final Pattern PROPERTY =
            Pattern.compile("@ConfigProperty\\(name = \"([^\"]+)\", defaultValue = \"([^\"]+)\"");
    private static final Pattern CONSTANT = Pattern.compile("int ([A-Z_]+) = ([0-9_ *]+);");
    private static final Pattern VALUE = Pattern.compile("\\b(PT\\w+|\\d+s|\\d{2,})\\b");

    /** A value for each name, such as {@code UserEntity.MAX_BYTES} or {@code BODY_TIMEOUT}. */
    private final Map<String, String> values = new TreeMap<>();

    @Test
    void documentsTheValuesOfTheCode() throws IOException {
        collect();
        List<String> unchecked = new ArrayList<>();
        int rows = 0;
        Matcher row = ROW.matcher(Files.readString(Path.of("docs/limits.md")));
        while (row.find()) {
            if (row.group(1).matches("limit|-+")) {
                continue;
            }
            rows++;
            List<String> names = names(row.group(3) + row.group(4));
            List<String> documented = VALUE.matcher(row.group(1) + " " + row.group(2))
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            if (names.isEmpty()) {
                unchecked.add(row.group(1));
            } else {
                assertThat(documented)
                        .as(row.group(1))
                        .isEqualTo(names.stream().map(values::get).toList());
            }
        }
        assertThat(rows).isGreaterThan(30);
        assertThat(unchecked)
                .as("parts of the limit in the row above them")
                .containsExactly(
                        "of them for one caller", "of them with a body that is still arriving, for one caller");
    }

    private static List<String> names(String cells) {
        return Pattern.compile("`([A-Z_]+)`|(\\w+\\.[A-Z_]+)|server\\.xml (\\w+)")
                .matcher(cells)
                .results()
                .map(match -> Stream.of(1, 2, 3)
                        .map(match::group)
                        .filter(group -> group != null)
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private void collect() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String code = Files.readString(file);
                String type = file.getFileName().toString().replace(".java", "");
                PROPERTY.matcher(code).results().forEach(match -> values.put(match.group(1), match.group(2)));
                CONSTANT.matcher(code)
                        .results()
                        .forEach(match -> values.put(type + "." + match.group(1), product(match.group(2))));
            }
        }
        Pattern.compile("(\\w+)=\"(\\w+)\"")
                .matcher(Files.readString(Path.of("src/main/liberty/config/server.xml")))
                .results()
                .forEach(match -> values.put(match.group(1), match.group(2)));
    }

    private static String product(String factors) {
        return Arrays.stream(factors.replace("_", "").split("\\*"))
                .map(String::strip)
                .map(Long::valueOf)
                .collect(Collectors.reducing(1L, (a, b) -> a * b))
                .toString();
    }
}
