package org.cortexscim.clients.okta;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Okta's import: the whole list in pages of 100. Other tests' users are in it too. */
@ExtendWith(FreshWorkspace.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportIT {
    private static final int PAGE = 100;
    private static final int USERS = 1000;
    private static final int LEAVERS = 50;

    private final ScimClient okta = ScimClient.ofServiceUnderTest();
    private final Set<String> ids = new HashSet<>();

    @BeforeAll
    void givenAThousandUsers() {
        ids.addAll(IntStream.range(0, USERS)
                .parallel()
                .mapToObj(i -> okta.idOfNew(Person.random()))
                .toList());
        assertThat(ids).hasSize(USERS);
    }

    @Test
    void readsEveryUserOnce() {
        int total = okta.total();
        List<String> seen = new ArrayList<>();

        for (int startIndex = 1; startIndex <= total; startIndex += PAGE) {
            Answer page = page(startIndex, PAGE);
            int expected = Math.min(PAGE, total - startIndex + 1);
            page.has("totalResults", total).has("startIndex", startIndex).has("itemsPerPage", expected);
            assertThat(page.objects("Resources")).hasSize(expected);
            seen.addAll(idsOn(page));
        }

        assertThat(seen).hasSize(total).doesNotHaveDuplicates().containsAll(ids);
    }

    @Test
    void readsTheSamePageTwice() {
        assertThat(idsOn(page(301, PAGE))).isEqualTo(idsOn(page(301, PAGE)));
    }

    @Test
    void readsTheSameUsers_whateverThePagesSize() {
        List<String> small = new ArrayList<>(idsOn(page(1, 50)));
        small.addAll(idsOn(page(51, 30)));
        small.addAll(idsOn(page(81, 20)));

        assertThat(idsOn(page(1, PAGE))).isEqualTo(small);
    }

    @Test
    void answersAnEmptyPage_pastTheEnd() {
        int total = okta.total();

        for (int startIndex : new int[] {total + 1, total + 101, Integer.MAX_VALUE}) {
            page(startIndex, PAGE)
                    .hasStatus(200)
                    .has("totalResults", total)
                    .has("startIndex", startIndex)
                    .has("itemsPerPage", 0)
                    .has("Resources", "[]");
        }
    }

    @Test
    void answersOnlyTheTotal_whenNothingIsWanted() {
        int total = okta.total();

        for (int count : new int[] {0, -1, Integer.MIN_VALUE}) {
            page(1, count)
                    .hasStatus(200)
                    .has("totalResults", total)
                    .has("itemsPerPage", 0)
                    .has("Resources", "[]");
        }
    }

    @Test
    void startsAtTheBeginning_whenTheIndexIsTooLow() {
        Answer first = page(1, 5);

        for (int startIndex : new int[] {0, -1, Integer.MIN_VALUE}) {
            Answer page = page(startIndex, 5).hasStatus(200).has("startIndex", 1);
            assertThat(idsOn(page)).isEqualTo(idsOn(first));
        }
    }

    @Test
    void answersAPage_whenTooManyAreWanted() {
        int total = okta.total();

        for (String count : new String[] {"999999999", "99999999999999999999"}) {
            Answer page = okta.get("/Users?startIndex=1&count=" + count).hasStatus(200);
            int items = page.objects("Resources").size();
            page.has("totalResults", total).has("itemsPerPage", items);
            assertThat(items).isBetween(PAGE, total);
        }
    }

    @Test
    void refusesWhatIsNoNumber() {
        okta.get("/Users?count=many").isScimError(400, "invalidValue").saying("count");
        okta.get("/Users?startIndex=1.5").isScimError(400, "invalidValue").saying("startIndex");
    }

    @Test
    void missesNobody_whenUsersLeaveDuringTheWalk() {
        givenTheLastPageIsShort();
        Set<String> staying = new HashSet<>(ids);
        List<String> seen = new ArrayList<>();
        int leavers = 0;

        for (int startIndex = 1; ; startIndex += PAGE) {
            List<String> page = idsOn(page(startIndex, PAGE));
            if (page.isEmpty()) {
                break;
            }
            seen.addAll(page);
            List<String> leaving = page.stream()
                    .filter(staying::contains)
                    .limit(Math.min(10, LEAVERS - leavers))
                    .toList();
            leaving.forEach(id -> okta.delete("/Users/" + id).hasStatus(204));
            staying.removeAll(leaving);
            leavers += leaving.size();
        }
        ids.retainAll(staying);

        assertThat(leavers).isEqualTo(LEAVERS);
        assertThat(seen).doesNotHaveDuplicates().containsAll(staying);
    }

    @Test
    void countsAnew_whenAnEarlierWalkHadReachedTheEnd() {
        String family = givenLeaversWhoWereListed(2, PAGE);
        givenFamily(family, 3);

        familyPage(family, 3, PAGE).has("totalResults", 3).has("itemsPerPage", 1);
    }

    @Test
    void countsAnew_whenAnEarlierWalkHadOtherPages() {
        String family = givenLeaversWhoWereListed(4, 3);
        givenFamily(family, 3);

        familyPage(family, 1, PAGE).has("totalResults", 3).has("itemsPerPage", 3);
        familyPage(family, 4, PAGE).has("totalResults", 3).has("itemsPerPage", 0);
    }

    /** The first page of them was read, and then they were deleted. */
    private String givenLeaversWhoWereListed(int number, int count) {
        String family = Person.random().familyName();
        List<String> leavers = givenFamily(family, number);
        familyPage(family, 1, count).has("totalResults", number);
        leavers.forEach(id -> okta.delete("/Users/" + id).hasStatus(204));
        return family;
    }

    private List<String> givenFamily(String family, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> Person.random())
                .map(person -> okta.idOfNew(new Person(person.givenName(), family, person.userName())))
                .toList();
    }

    private Answer familyPage(String family, int startIndex, int count) {
        String filter = ScimClient.encoded("name.familyName eq \"%s\"".formatted(family));
        return okta.get("/Users?filter=%s&startIndex=%d&count=%d".formatted(filter, startIndex, count))
                .hasStatus(200);
    }

    /** So short that the leavers make the total smaller than the index at which it begins. */
    private void givenTheLastPageIsShort() {
        while (okta.total() % PAGE == 0 || okta.total() % PAGE >= LEAVERS) {
            okta.create(Person.random());
        }
    }

    private Answer page(int startIndex, int count) {
        return okta.get("/Users?startIndex=%d&count=%d".formatted(startIndex, count));
    }

    private static List<String> idsOn(Answer page) {
        return page.hasStatus(200).objects("Resources").stream()
                .map(user -> user.getString("id"))
                .toList();
    }
}
