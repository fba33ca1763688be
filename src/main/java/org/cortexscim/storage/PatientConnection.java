package org.cortexscim.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Lets a migration take as long as it needs: an index on millions of rows is built for longer than a request may wait for
 * an answer of the database.
 */
class PatientConnection implements Callback {
    private static final int FOREVER = 0;

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        Connection connection = context.getConnection();
        try {
            connection.setNetworkTimeout(Runnable::run, FOREVER);
        } catch (SQLFeatureNotSupportedException embedded) {
            // Embedded Derby has no network, and so no timeout.
            return;
        } catch (SQLException failure) {
            throw new FlywayException("The time limit of the connection cannot be lifted.", failure);
        }
    }

    @Override
    public String getCallbackName() {
        return "patient connection";
    }
}
