package org.cortexscim.storage;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the database's tables to this version when the application starts, before anything else uses them. */
@ApplicationScoped
public class Migrations {
    /** Observers of {@link Startup} that need the tables come after this. */
    public static final int PRIORITY = Interceptor.Priority.PLATFORM_BEFORE;

    @Inject
    private Database database;

    @Inject
    private FirstConnection connection;

    private volatile boolean applied;

    void migrate(@Observes @Priority(PRIORITY) Startup startup) {
        connection.await();
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(database.dataSource())
                    .locations("classpath:db/migration")
                    .placeholders(database.dialect())
                    .callbacks(new PatientConnection())
                    .load()
                    .migrate();
        } catch (FlywayException failure) {
            throw new IllegalStateException(
                    "The tables of the database cannot be brought to this version: " + failure.getMessage(), failure);
        }
        applied = true;
    }

    /** Tells whether every migration has been applied. */
    public boolean applied() {
        return applied;
    }
}
