package org.cortexscim.storage;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The database that the server is configured with, and the only place that knows how databases differ. */
@ApplicationScoped
public class Database {
    @Resource(lookup = "jdbc/cortex")
    private @Nullable DataSource dataSource;

    private volatile @Nullable Boolean derby;

    DataSource dataSource() {
        return Objects.requireNonNull(dataSource, "jdbc/cortex");
    }

    /** The words of the migrations that differ; a line that begins with {@code postgresql_only} is none on Derby. */
    Map<String, String> dialect() {
        return isDerby()
                ? Map.of("longtext", "clob(4M)", "bytewise", "", "postgresql_only", "-- ")
                : Map.of("longtext", "text", "bytewise", " collate \"C\"", "postgresql_only", "");
    }

    /** The end of a select that locks its rows against changes, but not against reads, until the transaction ends. */
    public String sharedLock() {
        return isDerby() ? " with rs" : " for key share";
    }

    /** Asks the database something; false when it does not answer. */
    public boolean answers() {
        try (Connection connection = dataSource().getConnection()) {
            return connection.isValid(5);
        } catch (SQLException unreachable) {
            return false;
        }
    }

    /**
     * Asks the database something, on the connection of the current transaction.
     *
     * @throws PersistenceException when there is no answer; connections that are broken have then left the pool
     */
    void requireAnswer() {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(5);
            statement.execute("values (1)");
        } catch (SQLException failure) {
            throw new PersistenceException("The database does not answer.", failure);
        }
    }

    /** Whether the database runs in this process, and no other node can use it. */
    public boolean isEmbedded() {
        return isDerby();
    }

    /** The folder of the embedded database, as an absolute path. */
    Path folder() throws SQLException {
        try (Connection connection = dataSource().getConnection()) {
            String url = connection.getMetaData().getURL();
            return Path.of(url.substring("jdbc:derby:".length()))
                    .toAbsolutePath()
                    .normalize();
        }
    }

    /** Copies the embedded database into a folder, where the copy has the name of the original. */
    void backUp(Path folder) throws SQLException {
        try (Connection connection = dataSource().getConnection();
                CallableStatement statement = connection.prepareCall("call syscs_util.syscs_backup_database(?)")) {
            statement.setString(1, folder.toString());
            statement.execute();
        }
    }

    /** The name of the kind of database, for the operator. */
    public String kind() {
        return isDerby() ? "embedded Derby" : "PostgreSQL";
    }

    private boolean isDerby() {
        Boolean known = derby;
        if (known == null) {
            known = askIfDerby();
            derby = known;
        }
        return known;
    }

    private boolean askIfDerby() {
        try (Connection connection = dataSource().getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            return product.toLowerCase(Locale.ROOT).contains("derby");
        } catch (SQLException unreachable) {
            throw new IllegalStateException("The database cannot be reached; check DATABASE_URL.", unreachable);
        }
    }
}
