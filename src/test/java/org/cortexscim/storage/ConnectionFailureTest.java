package org.cortexscim.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionFailureTest {
    private static final DatabaseUrl POSTGRESQL = new DatabaseUrl("jdbc:postgresql://db:5432/cortex?password=secret");
    private static final DatabaseUrl DERBY = new DatabaseUrl("jdbc:derby:/data/derby;create=true");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            28P01 | The database refused the password of user 'ada' (DATABASE_USER, DATABASE_PASSWORD).
            28000 | The database refused the password of user 'ada' (DATABASE_USER, DATABASE_PASSWORD).
            3D000 | The database server has no such database: db:5432/cortex (DATABASE_URL).
            42501 | The database refused the connection to db:5432/cortex (DATABASE_URL): no
            """)
    void namesTheVariables_ofAMistake(String state, String correction) {
        assertThat(correction(POSTGRESQL, new SQLException("no", state))).contains(correction);
    }

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P03", "53300"})
    void waitsForADatabaseThatIsAway(String state) {
        assertThat(correction(POSTGRESQL, new SQLException("away", state))).isEmpty();
        assertThat(correction(POSTGRESQL, new SQLException("wrapped", new SQLException("away", state))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "XSDB6, another server",
        "XBM0H, cannot be created",
        "XJ040, cannot be created",
        "XJ999, cannot be opened"
    })
    void namesTheFolder_ofEmbeddedDerby(String state, String part) {
        SQLException failure = new SQLException("outer", "XX");
        failure.setNextException(new SQLException("inner", state));

        assertThat(correction(DERBY, failure).orElseThrow())
                .startsWith("DERBY_DIR: ")
                .contains("/data/derby", part);
    }

    private static Optional<String> correction(DatabaseUrl url, SQLException failure) {
        return new ConnectionFailure(failure).correction(url, "ada", "/data/derby");
    }
}
