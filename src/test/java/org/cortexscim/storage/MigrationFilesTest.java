package org.cortexscim.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every migration keeps to, so that it does on both databases what it should. */
class MigrationFilesTest {
    /** The last migration of the first release; up to it, tables came into being. */
    private static final int FIRST_RELEASE = 8;

    private static final Pattern BREAKING =
            Pattern.compile("\\b(drop|rename|alter column|add constraint|add primary key|add unique|unique index)\\b");

    private static final Pattern LACKING =
            Pattern.compile("create (or replace )?(constraint )?trigger \\w+|sequence|serial\\b|identity|nextval"
                    + "|temp(orary)? table|advisory|\\b(un)?listen\\b|\\bnotify\\b|deferrable|\\bdeferred\\b"
                    + "|create (or replace )?rule|unlogged|\\block table\\b");

    /** They hold even the database's owner to a log that is only added to. Without them the server works all the same. */
    private static final Set<String> AUDIT_LOG_TRIGGERS =
            Set.of("create trigger audit_log_unchanged", "create trigger audit_log_kept");

    static List<Path> migrations() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
            return files.toList();
        }
    }

    /** Derby locks a table as a whole for it, and every other change waits. */
    @ParameterizedTest
    @MethodSource("migrations")
    void deletesNothingByCascade(Path migration) throws IOException {
        assertThat(statements(migration)).doesNotContain("cascade");
    }

    /** Distributed databases that speak PostgreSQL's language lack some of these, or let all nodes wait for them. */
    @ParameterizedTest
    @MethodSource("migrations")
    void needsNothingThatDistributedDatabasesLack(Path migration) throws IOException {
        String statements = statements(migration);
        AUDIT_LOG_TRIGGERS.forEach(
                allowed -> assertThat(LACKING.matcher(allowed)).matches());
        assertThat(LACKING.matcher(statements).results().map(MatchResult::group))
                .isSubsetOf(AUDIT_LOG_TRIGGERS);
    }

    /** The servers of the version before go on to read and write the tables, and may be started again. */
    @ParameterizedTest
    @MethodSource("migrations")
    void onlyAdds_onceThereIsARelease(Path migration) throws IOException {
        int version = Integer.parseInt(migration.getFileName().toString().replaceFirst("V(\\d+)__.*|.*", "0$1"));
        if (version > FIRST_RELEASE) {
            assertThat(breaking(statements(migration))).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            create table shoe (id varchar(36) not null primary key, size integer) | false
            create index shoe_size on shoe (size)                                 | false
            alter table shoe add column size integer                              | false
            alter table shoe add column size integer not null default 0           | false
            update shoe set size = 0                                              | false
            alter table shoe add column size integer not null                     | true
            alter table shoe add constraint one unique (size)                     | true
            alter table shoe alter column size set not null                       | true
            alter table shoe drop column size                                     | true
            drop table shoe                                                       | true
            rename table shoe to boot                                             | true
            alter table shoe rename to boot                                       | true
            create unique index shoe_size on shoe (size)                          | true
            """)
    void adding_isWhatThePreviousVersionNeedNotKnow(String statement, boolean breaking) {
        assertThat(breaking(statement).isEmpty()).isEqualTo(!breaking);
    }

    private static List<String> breaking(String statements) {
        return Stream.of(statements.split(";"))
                .filter(statement -> BREAKING.matcher(statement).find()
                        || (statement.contains("add column")
                                && statement.contains("not null")
                                && !statement.contains("default")))
                .toList();
    }

    private static String statements(Path migration) throws IOException {
        return Files.readString(migration).toLowerCase(Locale.ROOT).replaceAll("--.*", "");
    }
}
