package org.cortexscim.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cortexscim.testing.Together.together;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.PostgresSession;
import org.cortexscim.testing.ScimClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** While a lock in the database holds every connection of the pool, further requests are told to come again. */
@ExtendWith(FreshWorkspace.class)
@EnabledIfSystemProperty(named = "cortexscim.database", matches = "postgresql")
class PoolIT {
    /** As in server.xml. */
    private static final int CONNECTIONS = 20;

    private static final int TOO_MANY = 4;
    private static final int CALLERS = CONNECTIONS + TOO_MANY;

    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final CountDownLatch refusals = new CountDownLatch(TOO_MANY);

    @Test
    void refusesWhatCannotBeDone_andDoesTheRest() throws Exception {
        List<Person> people =
                IntStream.range(0, CALLERS).mapToObj(i -> Person.random()).toList();
        List<Answer> answers;
        try (Connection holder = PostgresSession.connection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("lock table scim_user in exclusive mode");
            answers = together(CALLERS + 1, caller -> caller == CALLERS ? letGo(holder) : create(people.get(caller)));
        }

        for (int i = 0; i < CALLERS; i++) {
            Answer answer = answers.get(i);
            if (answer.status() == 201) {
                http.find(people.get(i).userName()).has("totalResults", 1);
            } else {
                answer.isScimError(429);
                assertThat(answer.header("Retry-After")).isPresent();
                assertThat(answer.body()).contains("The service is overloaded");
                http.find(people.get(i).userName()).has("totalResults", 0);
            }
        }
        http.idOfNew(Person.random());
    }

    private Answer create(Person person) {
        Answer answer = http.post("/Users", person.document());
        if (answer.status() == 429) {
            refusals.countDown();
        }
        return answer;
    }

    private Answer letGo(Connection holder) {
        try {
            assertThat(refusals.await(2, TimeUnit.MINUTES))
                    .as("some are refused")
                    .isTrue();
            holder.rollback();
            return http.get("/ServiceProviderConfig");
        } catch (SQLException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
