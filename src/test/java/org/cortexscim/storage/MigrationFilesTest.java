package org.cortexscim.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every migration keeps to, so that it does on both databases what it should. */
class MigrationFilesTest {

    static List<Path> migrations() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
            return files.toList();
        }
    }

    /** Derby locks a table as a whole for it, and every other change waits. */
    @ParameterizedTest
    @MethodSource("migrations")
    void deletesNothingByCascade(Path migration) throws IOException {
        assertThat(Files.readString(migration).toLowerCase(Locale.ROOT).replaceAll("--.*", ""))
                .doesNotContain("cascade");
    }
}
