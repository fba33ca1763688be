package org.cortexscim.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.Crowd;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Groups;
import org.cortexscim.testing.ScimClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pages of groups with many members, and of people in many groups: this server's answers have at most 1 MB of them, and a
 * walk still meets all of them.
 */
@ExtendWith(FreshWorkspace.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeGroupPagesIT {
    private static final int PEOPLE = 120;
    /** With all people in each of them there are 7,200 memberships. */
    private static final int GROUPS = 60;

    /** The service counts on 256 bytes for a membership in an answer of at most a megabyte. */
    private static final int FIT = 1024 * 1024 / 256 / PEOPLE;

    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final Groups groups = Groups.of(http);
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String filter = "filter=" + ScimClient.encoded("displayName sw \"" + mark + "\"");
    private final String inFirst = "filter=" + ScimClient.encoded("groups.display eq \"" + mark + " 0\"");
    private final List<String> ids = new ArrayList<>();
    private Crowd people;

    @BeforeAll
    void givenLargeGroups() {
        people = Crowd.of(http, PEOPLE);
        IntStream.range(0, GROUPS)
                .mapToObj(i -> groups.create(mark + " " + i, people.ids()).hasStatus(201))
                .forEach(group -> ids.add(group.text("id")));
    }

    @AfterAll
    void deleteThem() {
        ids.forEach(id -> groups.delete(id).hasStatus(204));
        people.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&sortBy=displayName"})
    void walkGroupsByIndex(String sort) {
        Answer first = page("/Groups?" + filter + "&count=1000&startIndex=1" + sort);
        Answer second = page("/Groups?" + filter + "&count=1000&startIndex=" + (FIT + 1) + sort);

        first.has("totalResults", GROUPS).has("itemsPerPage", FIT);
        second.has("totalResults", GROUPS).has("itemsPerPage", GROUPS - FIT);
        assertThat(idsOn(first, second)).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(first.objects("Resources"))
                .allSatisfy(group -> assertThat(group.getJsonArray("members")).hasSize(PEOPLE));
    }

    @Test
    void walkGroupsByCursor() {
        Answer first = page("/Groups?" + filter + "&count=1000&cursor=").has("itemsPerPage", FIT);
        Answer second = page("/Groups?" + filter + "&count=1000&cursor=" + first.text("nextCursor"));

        second.lacks("nextCursor");
        assertThat(idsOn(first, second)).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void areWhole_withoutMembers() {
        page("/Groups?" + filter + "&count=1000&excludedAttributes=members").has("itemsPerPage", GROUPS);
    }

    @Test
    void walkPeopleInManyGroups() {
        Set<String> met = new TreeSet<>();
        Answer page = page("/Users?" + inFirst + "&count=1000&startIndex=1");
        assertThat(page.objects("Resources")).hasSizeLessThan(PEOPLE);
        while (!page.objects("Resources").isEmpty()) {
            page.has("totalResults", PEOPLE);
            page.objects("Resources")
                    .forEach(user -> assertThat(user.getJsonArray("groups")).hasSize(GROUPS));
            met.addAll(idsOn(page));
            page = page("/Users?" + inFirst + "&count=1000&startIndex=" + (met.size() + 1));
        }

        assertThat(met).containsExactlyInAnyOrderElementsOf(people.ids());
        page("/Users?" + inFirst + "&count=1000&excludedAttributes=groups").has("itemsPerPage", PEOPLE);
    }

    @Test
    void walkPeopleAndGroups_inOneList() {
        String both = "filter="
                + ScimClient.encoded("groups.display eq \"%s 0\" or displayName sw \"%s\"".formatted(mark, mark));
        Set<String> met = new TreeSet<>();
        Answer page = page("/?" + both + "&count=1000&startIndex=1");
        while (!page.objects("Resources").isEmpty()) {
            page.has("totalResults", PEOPLE + GROUPS);
            met.addAll(idsOn(page));
            page = page("/?" + both + "&count=1000&startIndex=" + (met.size() + 1));
        }

        assertThat(met).hasSize(PEOPLE + GROUPS).containsAll(ids).containsAll(people.ids());
    }

    private Answer page(String target) {
        return http.get(target).hasStatus(200);
    }

    private static List<String> idsOn(Answer... pages) {
        return List.of(pages).stream()
                .flatMap(page -> page.objects("Resources").stream())
                .map(resource -> resource.getString("id"))
                .toList();
    }
}
