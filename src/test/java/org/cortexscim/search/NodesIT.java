package org.cortexscim.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cortexscim.testing.Together.together;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.Crowd;
import org.cortexscim.testing.KeyDesk;
import org.cortexscim.testing.LibertyProcess;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.PostgresSession;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one PostgreSQL, and a client whose requests reach now one and now the other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NodesIT {
    private static final int USERS = 120;
    private static final int PAGE = 20;
    private static final int LEAVERS = 10;

    private final List<LibertyProcess> nodes = new ArrayList<>();
    private EmbeddedPostgres postgres;
    private ScimClient one;
    private ScimClient other;

    @BeforeAll
    void givenTwoNodes(@TempDir Path folder) throws Exception {
        postgres = EmbeddedPostgres.start();
        for (String name : List.of("one", "other")) {
            nodes.add(new LibertyProcess(folder.resolve(name)).with(PostgresSession.environment(postgres, "postgres")));
        }
        LibertyProcess.startTogether(nodes);
        one = ScimClient.of(nodes.get(0).service());
        other = ScimClient.of(nodes.get(1).service());
        admin(0).reset();
        await("the other node provisions", () -> creates(other));
        givenTooManyBookmarks();
    }

    @AfterAll
    void end() throws Exception {
        nodes.forEach(LibertyProcess::close);
        postgres.close();
    }

    @Test
    void aWalkMissesNobody_whoeverAnswersItsPages() {
        try (Crowd crowd = Crowd.of(one, USERS)) {
            Walk walk = new Walk(PAGE, "");

            deleteSome(walk.next(one));
            walk.toTheEnd(other, one);

            assertThat(walk.seen()).doesNotHaveDuplicates().containsAll(crowd.ids());
        }
    }

    @Test
    void twoWalksMissNobody_whenTheyMeetOnDifferentNodes() {
        try (Crowd crowd = Crowd.of(one, USERS)) {
            Walk slow = new Walk(PAGE, "&sortBy=userName");
            Walk fast = new Walk(PAGE, "&sortBy=userName");

            List<String> leavers = deleteSome(slow.next(one));
            fast.next(other);
            slow.toTheEnd(other, one);
            fast.toTheEnd(one, other);

            assertThat(slow.seen()).doesNotHaveDuplicates().containsAll(crowd.ids());
            List<String> staying = new ArrayList<>(crowd.ids());
            staying.removeAll(leavers);
            assertThat(fast.seen()).containsAll(staying);
        }
    }

    @Test
    void cursorsOpenOnEveryNode() {
        try (Crowd crowd = Crowd.of(other, USERS)) {
            List<String> seen = new ArrayList<>();
            Optional<String> cursor = Optional.of("");
            for (int i = 0; cursor.isPresent(); i++) {
                Answer page = (i % 2 == 0 ? one : other)
                        .get("/Users?count=%d&cursor=%s".formatted(PAGE, cursor.get()))
                        .hasStatus(200);
                page.objects("Resources").forEach(user -> seen.add(user.getString("id")));
                cursor = page.at("nextCursor");
            }

            assertThat(seen).doesNotHaveDuplicates().containsAll(crowd.ids());
        }
    }

    @Test
    void onlyAPageThatHasANextOne_leavesABookmark() {
        String userName = one.create(Person.random()).text("userName");
        String sinceNow = "place not like 'new-%%' and expires >= %d"
                .formatted(System.currentTimeMillis() + Bookmark.LIFETIME_SECONDS * 1000L);

        one.find(userName).has("totalResults", 1);
        one.get("/Users?count=1000").hasStatus(200);
        assertThat(bookmarks(sinceNow)).isZero();

        one.create(Person.random());
        one.get("/Users?count=1").hasStatus(200);
        assertThat(bookmarks(sinceNow)).isEqualTo(1);
    }

    /** The table is away; a disk that is full has the same effect, and takes longer. */
    @Test
    void aPageIsAnswered_whenItsBookmarkCannotBeWritten() throws SQLException {
        one.create(Person.random());
        one.create(Person.random());
        execute("alter table search_bookmark rename to search_bookmark_away");
        try {
            one.get("/Users?startIndex=1&count=1").hasStatus(200).has("itemsPerPage", 1);
        } finally {
            execute("alter table search_bookmark_away rename to search_bookmark");
        }
        assertThat(nodes.get(0).log()).contains("The server could not note where a walk by startIndex goes on");
    }

    @Test
    void oldBookmarksAreDeleted_andThoseThatAreTooMany() {
        await("the timer has run", () -> bookmarks("place like 'old-%'") == 0);

        assertThat(bookmarks("place like 'new-%'")).isBetween(Bookmark.MAX_KEPT - 1000L, (long) Bookmark.MAX_KEPT);
    }

    @Test
    void aSettingIsInForceOnEveryNode() {
        admin(0).settings("{\"automaticProvisioning\":false}");
        await("the other node refuses", () -> !creates(other));

        admin(1).settings("{\"automaticProvisioning\":true}");
        await("the first node provisions", () -> creates(one));
    }

    @Test
    void aDeletedKeyIsRefusedOnEveryNode() {
        KeyDesk here = new KeyDesk(admin(0).http());
        KeyDesk there = new KeyDesk(admin(1).http());
        Answer key = here.createWith("ADMIN");
        there.tryOut(key.text("apiKey")).hasStatus(200);

        here.delete(key.text("cid"));

        await(
                "the other node refuses it",
                () -> there.tryOut(key.text("apiKey")).status() == 401);
    }

    @Test
    void oneOfTwoNodesCreatesAUser() {
        for (int i = 0; i < 10; i++) {
            String document = Person.random().document();

            assertThat(together(
                            2,
                            node -> (node == 0 ? one : other)
                                    .post("/Users", document)
                                    .status()))
                    .containsExactlyInAnyOrder(201, 409);
        }
    }

    private Workspace admin(int node) {
        return Workspace.of(nodes.get(node).service());
    }

    private static boolean creates(ScimClient node) {
        return node.post("/Users", Person.random().document()).status() == 201;
    }

    private List<String> deleteSome(List<String> ids) {
        List<String> leavers = ids.subList(0, LEAVERS);
        leavers.forEach(id -> one.delete("/Users/" + id).hasStatus(204));
        return leavers;
    }

    /** One that has expired, and more than are kept that are older than any walk's in this test. */
    private void givenTooManyBookmarks() throws SQLException {
        long now = System.currentTimeMillis();
        givenBookmarks("old", 1, now - 1);
        givenBookmarks("new", Bookmark.MAX_KEPT + 500, now + 90_000);
    }

    /** Bookmarks whose expiries follow each other. */
    private void givenBookmarks(String name, int number, long firstExpiry) throws SQLException {
        execute("insert into search_bookmark (place, position, followed, expires, version)"
                + " select '%s-' || i, '', false, %d + i, 1 from generate_series(0, %d) i"
                        .formatted(name, firstExpiry, number - 1));
    }

    private long bookmarks(String condition) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from search_bookmark where " + condition)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void await(String event, BooleanSupplier happened) {
        Instant latest = Instant.now().plus(Duration.ofSeconds(70));
        while (!happened.getAsBoolean()) {
            assertThat(Instant.now()).as(event).isBefore(latest);
            try {
                Thread.sleep(100);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stop);
            }
        }
    }
}
