package org.cortexscim.observability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.cortexscim.storage.Database;
import org.cortexscim.storage.Migrations;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the database has the tables of this version and answers. */
@Readiness
@ApplicationScoped
public class DatabaseCheck implements HealthCheck {
    @Inject
    private Database database;

    @Inject
    private Migrations migrations;

    @Override
    public HealthCheckResponse call() {
        boolean migrated = migrations.applied();
        boolean answers = migrated && database.answers();
        return HealthCheckResponse.named("database")
                .withData("migrated", migrated)
                .withData("answers", answers)
                .status(answers)
                .build();
    }
}
