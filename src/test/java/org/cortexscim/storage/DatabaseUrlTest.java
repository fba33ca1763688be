package org.cortexscim.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            postgres://u:secret@db.example.com:5432/cortex  | write jdbc:postgresql://db.example.com:5432/cortex,
            postgresql://u:secret@db/cortex?sslmode=require | write jdbc:postgresql://db/cortex,
            postgresql://u:sec ret@db/cortex                | write jdbc:postgresql://host:5432/db,
            jdbc:postgresql://u:secret@db/cortex            | must not contain the user and the password
            jdbc:mysql://u:secret@db/cortex                 | must be a JDBC URL of PostgreSQL
            db.example.com                                  | must be a JDBC URL of PostgreSQL
            """)
    void saysWhatToWrite_withoutThePassword(String url, String advice) {
        assertThat(new DatabaseUrl(url).problem().orElseThrow())
                .startsWith("DATABASE_URL must")
                .contains(advice)
                .doesNotContain("secret", "sec ret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:derby:/data/derby;create=true",
                "jdbc:postgresql://db.example.com:5432/cortex?ssl=true",
                "jdbc:postgresql:cortex"
            })
    void acceptsWhatADriverReads(String url) {
        assertThat(new DatabaseUrl(url).problem()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db:5432/cortex?password=secret, db:5432/cortex",
        "jdbc:postgresql://u:secret@db/cortex, db/cortex",
        "jdbc:postgresql:cortex, cortex"
    })
    void isShownWithoutParameters(String url, String shown) {
        assertThat(new DatabaseUrl(url).shown()).isEqualTo(shown);
    }
}
