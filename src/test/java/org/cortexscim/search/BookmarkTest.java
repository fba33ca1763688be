package org.cortexscim.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where a page begins when several walks come to the same place. */
class BookmarkTest {
    private static final Ordering BY_ID = new Ordering(false, false);
    private static final Position EARLY = new Position(null, "a");
    private static final Position LATE = new Position(null, "b");

    @Test
    void theWalkFurtherBehindDecides_whileBothWait() {
        assertThat(Bookmark.behind(EARLY).joinedBy(LATE, BY_ID)).isEqualTo(Bookmark.behind(EARLY));
        assertThat(Bookmark.behind(LATE).joinedBy(EARLY, BY_ID)).isEqualTo(Bookmark.behind(EARLY));
        assertThat(Bookmark.behind(LATE).joinedBy(EARLY, BY_ID.reversed())).isEqualTo(Bookmark.behind(LATE));
    }

    @Test
    void theNewWalkDecides_whenTheOtherHasGoneOn() {
        assertThat(Bookmark.behind(EARLY).follow().joinedBy(LATE, BY_ID)).isEqualTo(Bookmark.behind(LATE));
    }

    @Test
    void positionsSurviveAsFields() {
        for (Object key : new Object[] {"k", 7L}) {
            Position position = new Position(key, "i");
            assertThat(Position.of(position.fields())).isEqualTo(position);
        }
        assertThat(Position.of(EARLY.fields())).isEqualTo(EARLY);
    }

    @Test
    void everyPlaceHasItsDigest() {
        Optional<SearchQuery.Sort> up = Optional.of(new SearchQuery.Sort("title", false));
        Optional<SearchQuery.Sort> down = Optional.of(new SearchQuery.Sort("title", true));
        Optional<String> filter = Optional.of("title pr");
        Set<String> digests = Stream.of(
                        new Place("User", "w", filter, up, 10, 11),
                        new Place("Group", "w", filter, up, 10, 11),
                        new Place("User", "x", filter, up, 10, 11),
                        new Place("User", "w", Optional.empty(), up, 10, 11),
                        new Place("User", "w", filter, Optional.empty(), 10, 11),
                        new Place("User", "w", filter, down, 10, 11),
                        new Place("User", "w", filter, up, 11, 11),
                        new Place("User", "w", filter, up, 10, 21),
                        new Place("User", "w\",\"filter\":\"title pr", Optional.empty(), up, 10, 11))
                .map(Place::digest)
                .collect(Collectors.toSet());

        assertThat(digests).hasSize(9).allMatch(digest -> digest.matches("[A-Za-z0-9_-]{43}"));
        assertThat(new Place("User", "w", filter, up, 10, 11).digest())
                .isEqualTo(new Place("User", "w", filter, up, 10, 11).digest());
    }
}
