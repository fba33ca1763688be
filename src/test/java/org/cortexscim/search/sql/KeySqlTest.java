package org.cortexscim.search.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cortexscim.scim.filter.Operator;
import org.cortexscim.storage.Sql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeySqlTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "EQ, c = ?, ann",
                "CO, c like ? escape '!', %ann%",
                "SW, c like ? escape '!', ann%",
                "EW, c like ? escape '!', %ann",
                "GT, c > ?, ann",
                "GE, c >= ?, ann",
                "LT, c < ?, ann",
                "LE, c <= ?, ann",
            })
    void comparesAColumn(Operator operator, String text, String value) {
        assertThat(KeySql.compare("c", operator, "ann")).isEqualTo(new Sql(text, List.of(value)));
    }

    @ParameterizedTest
    @CsvSource({"50%, %50!%%", "a_b, %a!_b%", "hi!, %hi!!%", "'', %%", "\\, %\\%"})
    void takesPatternsLiterally(String wanted, String pattern) {
        assertThat(KeySql.compare("c", Operator.CO, wanted).values()).isEqualTo(List.of(pattern));
    }

    @Test
    void comparesALongValueByItsDigest() {
        String certificate = "x".repeat(5000);

        assertThat(KeySql.compare("c", Operator.EQ, certificate).values())
                .isEqualTo(List.of(BoundedKey.of(certificate)))
                .allMatch(value -> value.toString().length() < 600);
    }

    /** A column holds whole milliseconds: the wanted instant may lie between two of them. */
    @ParameterizedTest
    @CsvSource({
        "EQ, 1970-01-01T00:00:01Z, r.created = ?, 1000",
        "GT, 1970-01-01T00:00:01Z, r.created > ?, 1000",
        "GE, 1970-01-01T00:00:01Z, r.created >= ?, 1000",
        "LT, 1970-01-01T00:00:01Z, r.created < ?, 1000",
        "LE, 1970-01-01T00:00:01Z, r.created <= ?, 1000",
        "GT, 1970-01-01T00:00:01.0005Z, r.created > ?, 1000",
        "GE, 1970-01-01T00:00:01.0005Z, r.created >= ?, 1001",
        "LT, 1970-01-01T00:00:01.0005Z, r.created < ?, 1001",
        "LE, 1970-01-01T00:00:01.0005Z, r.created <= ?, 1000",
    })
    void comparesInstants(Operator operator, String wanted, String text, long millis) {
        Column created = new Column("created", Column.Kind.INSTANT);

        assertThat(KeySql.compare(created, operator, wanted))
                .isEqualTo(new Sql("(r.created is not null and %s)".formatted(text), List.of(millis)));
    }

    @Test
    void findsNothing_betweenTwoMilliseconds() {
        Column created = new Column("created", Column.Kind.INSTANT);

        assertThat(KeySql.compare(created, Operator.EQ, "1970-01-01T00:00:01.0005Z")
                        .text())
                .isEqualTo("(r.created is not null and 1 = 0)");
    }

    @ParameterizedTest
    @CsvSource({"true, (r.active is not null and r.active = true)", "false, (r.active is not null and r.active = false)"
    })
    void comparesBooleans(String wanted, String text) {
        Column active = new Column("active", Column.Kind.BOOLEAN);

        assertThat(KeySql.compare(active, Operator.EQ, wanted)).isEqualTo(new Sql(text, List.of()));
    }

    @Test
    void decidesWhatIsTheSameInEveryRow() {
        assertThat(KeySql.constant("user", Operator.SW, "us")).isEqualTo(Sql.TRUE);
        assertThat(KeySql.constant("user", Operator.EQ, "group")).isEqualTo(Sql.FALSE);
    }
}
