package org.cortexscim.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every variable that the server reads is in docs/configuration.md, and no other one is. */
class ConfigurationTest {
    private static final Pattern PROPERTY = Pattern.compile("@ConfigProperty\\(name = \"([^\"]+)\"");
    private static final Pattern CONSTANT = Pattern.compile("String VARIABLE = \"([^\"]+)\"");
    private static final Pattern SERVER_VARIABLE = Pattern.compile("<variable name=\"([^\"]+)\"");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]+) \\|");
    private static final Pattern NAME = Pattern.compile("`([A-Z_]+)`");

    /** What the build fills in, in microprofile-config.properties. */
    private static final String OF_THE_BUILD = "cortexscim.";

    /** Read by Liberty's start script. */
    private static final String OF_THE_SCRIPT = "JVM_ARGS";

    @Test
    void documentsEveryVariable() throws IOException {
        Set<String> read = found(SERVER_VARIABLE, Files.readString(Path.of("src/main/liberty/config/server.xml")));
        read.add(OF_THE_SCRIPT);
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                read.addAll(found(PROPERTY, Files.readString(file)));
                read.addAll(found(CONSTANT, Files.readString(file)));
            }
        }
        read.removeIf(name -> name.startsWith(OF_THE_BUILD));
        Set<String> documented = new TreeSet<>();
        found(ROW, Files.readString(Path.of("docs/configuration.md")))
                .forEach(row -> documented.addAll(found(NAME, row)));

        assertThat(documented).containsExactlyInAnyOrderElementsOf(read);
        assertThat(read).allMatch(name -> name.matches("[A-Z][A-Z_]+"));
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        pattern.matcher(text).results().forEach(match -> found.add(match.group(1)));
        return found;
    }
}
