package org.cortexscim.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cortexscim.testing.Refusals.thenRefused;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.cortexscim.Deployments;
import org.cortexscim.scim.Conformance;
import org.cortexscim.scim.Precondition;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.patch.GroupPatch;
import org.cortexscim.scim.patch.PatchOperation;
import org.cortexscim.search.SearchQuery;
import org.cortexscim.settings.WorkspaceSettings;
import org.cortexscim.testing.Refusals;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service that is configured to list three members in one answer. */
@ArquillianTest
class MemberBoundContainerIT {
    private static final String BOUND = "config_ordinal=500\nMAX_MEMBERS_PER_ANSWER=3\n";

    @Inject
    private GroupDirectory groups;

    @Inject
    private UserDirectory users;

    @Inject
    private WorkspaceSettings settings;

    private final String name = UUID.randomUUID().toString();

    @Deployment
    static WebArchive product() {
        return Deployments.productWith(MemberBoundContainerIT.class)
                .addClass(Refusals.class)
                .addAsLibrary(ShrinkWrap.create(JavaArchive.class, "bound.jar")
                        .addAsManifestResource(new StringAsset(BOUND), "microprofile-config.properties"));
    }

    @BeforeEach
    void turnTheSwitchesOn() {
        settings.change(ScimObject.of("automaticProvisioning", true).with("automaticDeprovisioning", true));
    }

    @Test
    void refusesToListMore_thanTheBound() {
        Group group = group(name, newUsers(4));

        thenRefused(() -> groups.get(group.id(), true)).with(400, "tooMany").saying("excludedAttributes=members");
        assertThat(groups.get(group.id(), false).members()).isEmpty();
    }

    @Test
    void countsGroupsAsMembers() {
        List<String> members = newUsers(2);
        Group inner = group(name + " inner", members.subList(0, 1));
        Group outer = group(name, List.of(members.get(0), members.get(1), inner.id()));
        assertThat(groups.get(outer.id(), true).members().orElseThrow()).hasSize(3);

        groups.patch(outer.id(), adding(newUsers(1)), Precondition.NONE, MemberListing.NONE);

        thenRefused(() -> groups.get(outer.id(), true)).with(400, "tooMany");
    }

    @Test
    void shortensThePage_whoseGroupsHaveMoreTogether() {
        group(name + " 1", newUsers(2));
        group(name + " 2", newUsers(2));

        assertThat(groups.search(page(2), true).resources()).hasSize(1);
        assertThat(groups.search(page(2), true).totalResults()).isEqualTo(2);
        assertThat(groups.search(page(2), false).resources()).hasSize(2);
    }

    @Test
    void refusesAPage_thatWouldBeginWithTooManyMembers() {
        group(name + " 1", newUsers(4));
        group(name + " 2", newUsers(1));

        thenRefused(() -> groups.search(page(2), true)).with(400, "tooMany").saying("excludedAttributes=members");
    }

    @Test
    void changesNothing_whenTheAnswerWouldBeTooLarge() {
        Group group = group(name, newUsers(3));
        List<String> more = newUsers(1);

        thenRefused(() -> groups.patch(group.id(), adding(more), Precondition.NONE, MemberListing.ALL))
                .with(400, "tooMany");
        thenRefused(() -> groups.create(document(name + " new", newUsers(4)), MemberListing.ALL))
                .with(400, "tooMany");
        thenRefused(() -> groups.replace(group.id(), document(name, newUsers(4)), Precondition.NONE, MemberListing.ALL))
                .with(400, "tooMany");

        assertThat(groups.get(group.id(), true).members()).isEqualTo(group.members());
        assertThat(groups.search(page(2), false).totalResults()).isEqualTo(1);
    }

    /** Nobody has asked for the members: the change does not fail because of them. */
    @Test
    void leavesMembersOut_whereTheAnswerMayDoWithout() {
        Group group = group(name, newUsers(3));

        assertThat(groups.patch(group.id(), new GroupPatch(List.of()), Precondition.NONE, MemberListing.FEW)
                        .members())
                .isPresent();
        assertThat(groups.patch(group.id(), adding(newUsers(1)), Precondition.NONE, MemberListing.POSSIBLE)
                        .members())
                .isEmpty();
        assertThat(groups.patch(group.id(), new GroupPatch(List.of()), Precondition.NONE, MemberListing.FEW)
                        .members())
                .isEmpty();
    }

    private Group group(String displayName, List<String> members) {
        MemberListing wanted = members.size() > 3 ? MemberListing.NONE : MemberListing.ALL;
        return groups.create(document(displayName, members), wanted);
    }

    private static ScimObject document(String displayName, List<String> members) {
        return ScimObject.of("displayName", displayName).with("members", List.copyOf(members));
    }

    private List<String> newUsers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> ScimObject.of("userName", UUID.randomUUID() + "@example.com")
                        .with("name", ScimObject.of("givenName", "Anna").with("familyName", "Berg")))
                .map(person -> users.create(person).id())
                .toList();
    }

    private SearchQuery page(int count) {
        Optional<String> filter = Optional.of("displayName sw \"%s\"".formatted(name));
        return new SearchQuery(filter, Optional.empty(), new SearchQuery.Index(1), count, "", false);
    }

    private static GroupPatch adding(List<String> members) {
        List<Object> values = members.stream()
                .<Object>map(member -> ScimObject.of("value", member))
                .toList();
        ScimObject operation =
                ScimObject.of("op", "add").with("path", "members").with("value", values);
        return GroupPatch.of(
                PatchOperation.parse(ScimObject.of("Operations", List.of(operation)), Conformance.TOLERANT),
                Conformance.TOLERANT);
    }
}
