package org.cortexscim.storage;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
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

    /** Whether the database runs in this process, and no other node can use it. */
    boolean isEmbedded() {
        return isDerby();
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
