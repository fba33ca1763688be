package org.cortexscim.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.ConsoleClient;
import org.cortexscim.testing.Crowd;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Groups;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.RoleDesk;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Service;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The groups in the console: who is in them, however many, and which roles they give. */
@ExtendWith(FreshWorkspace.class)
class GroupsPageIT {
    private static final String GROUPS = "/console/groups";

    private final ConsoleClient browser = new ConsoleClient();
    private final ScimClient scim = ScimClient.ofServiceUnderTest();
    private final Groups groups = Groups.of(scim);
    private final RoleDesk roles = new RoleDesk();

    @BeforeEach
    void open() {
        roles.open();
        browser.signedIn(Service.underTest().key());
    }

    @AfterEach
    void close() {
        roles.close();
    }

    @Test
    void findsAGroup_byTheBeginningOfItsName() {
        String name = Groups.randomName();
        String id = groups.create(name, List.of()).hasStatus(201).text("id");

        assertThat(page("?search=" + name.substring(0, 20)))
                .contains("Groups: 1", ">" + name + "</a>", "open=" + id)
                .doesNotContain("console-panel");
        assertThat(page("?search=" + name.substring(1))).contains("Groups: 0", "No group matches.");
        assertThat(page("?search=%22%20or%20id%20pr")).contains("Groups: 0");
        assertThat(page("?search=%7Bname%7D&open=" + id)).contains("console-panel", "%7Bname%7D");
        browser.get(GROUPS + "?open=nobody").hasStatus(404);
    }

    @Test
    void tellsWhoIsInAGroup_andWhichGroupsItIsIn() {
        Person person = Person.random();
        String user = scim.idOfNew(person);
        String inner = groups.idOfNew();
        String group = scim.post(
                        "/Groups",
                        Json.createObjectBuilder()
                                .add("displayName", Groups.randomName())
                                .add("externalId", "ext-" + person.familyName())
                                .build()
                                .toString())
                .hasStatus(201)
                .text("id");
        groups.add(group, user, inner).hasStatus(204);
        String outer = groups.idOfNew(group);
        String outmost = groups.idOfNew(outer);

        String panel = page("?open=" + group);

        assertThat(panel)
                .contains(
                        "<code>" + group + "</code>",
                        "ext-" + person.familyName(),
                        "Direct members: 2",
                        "href=\"/console/users?open=" + user + "\">" + person.userName(),
                        "href=\"/console/groups?open=" + inner + "\"",
                        "href=\"/console/groups?open=" + outer + "\"",
                        "href=\"/console/groups?open=" + outmost + "\"")
                .containsOnlyOnce("(through another group)");
        assertThat(panel.substring(panel.indexOf("<pre")))
                .contains("displayName", "externalId")
                .doesNotContain("members\"", user);
    }

    @Test
    void showsAllMembers_pageByPage() {
        String first = groups.idOfNew();
        String second = groups.idOfNew();
        try (Crowd crowd = Crowd.of(scim, 99)) {
            List<String> all = new ArrayList<>(crowd.ids());
            all.add(first);
            all.add(second);
            String group = groups.idOfNew(all.toArray(String[]::new));
            String address = "?open=" + group;

            List<String> shown = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                String page = page(address + "&members=" + i);
                assertThat(page).contains("Direct members: 101", "Page " + (i + 1) + "<");
                assertThat(page.contains("members=" + (i + 1) + "\">Next")).isEqualTo(i < 2);
                assertThat(page.contains("members=" + (i - 1) + "\">Previous")).isEqualTo(i > 0);
                List<String> members = members(page);
                assertThat(members).hasSize(i < 2 ? 50 : 1);
                shown.addAll(members);
            }

            assertThat(shown).containsExactlyInAnyOrderElementsOf(all);
            assertThat(shown.subList(0, 2)).containsExactlyInAnyOrder(first, second);
            assertThat(page(address + "&members=9999999")).contains("Nobody here.");
        }
    }

    @Test
    void showsNestedGroups_pageByPageToo() {
        List<String> inner = new ArrayList<>();
        for (int i = 0; i < 51; i++) {
            inner.add(groups.idOfNew());
        }
        String user = scim.idOfNew(Person.random());
        List<String> all = new ArrayList<>(inner);
        all.add(user);
        String group = groups.idOfNew(all.toArray(String[]::new));

        assertThat(members(page("?open=" + group))).hasSize(50).isSubsetOf(inner);
        assertThat(members(page("?open=" + group + "&members=1")))
                .hasSize(2)
                .endsWith(user)
                .containsAnyElementsOf(inner);
    }

    @Test
    void tellsWhichRolesAGroupGives_whileRolesAreProvisioned() {
        String inner = groups.idOfNew();
        String name = Groups.randomName();
        String group = groups.create(name, List.of(inner)).hasStatus(201).text("id");
        roles.mapGroup(group, "MANAGER").hasStatus(200);

        assertThat(page("?search=" + name)).contains("<td>Manager</td>");
        assertThat(page("?open=" + group)).contains("<dd>Manager</dd>");
        assertThat(page("?open=" + inner)).contains("<dd>Manager</dd>");

        Workspace.ofServiceUnderTest().settings("{\"roleProvisioning\":false}");
        assertThat(page("?search=" + name + "&open=" + inner)).doesNotContain("Manager");
    }

    @Test
    void escapesTheNamesOfGroupsAndMembers() {
        String markup = "<script>alert('" + UUID.randomUUID() + "')</script>\"><img src=x onerror=alert(1)>";
        String named = scim.post(
                        "/Groups",
                        Json.createObjectBuilder()
                                .add("displayName", markup)
                                .build()
                                .toString())
                .hasStatus(201)
                .text("id");
        String outer = groups.idOfNew(named);

        for (String query : List.of("?search=" + ScimClient.encoded(markup), "?open=" + named, "?open=" + outer)) {
            assertThat(page(query)).contains("&lt;script&gt;alert(").doesNotContain("<script>alert", "<img src=x");
        }
    }

    @Test
    void isOnlyForThoseWhoConfigureScim() {
        ConsoleClient other = new ConsoleClient().signedIn(roles.keyWith("View Roles"));

        assertThat(other.get("/console/roles").hasStatus(200).body()).doesNotContain("href=\"/console/groups\"");
        assertThat(other.get(GROUPS).hasStatus(403).body()).contains("lacks the permission");
        browser.post(GROUPS, Map.of("displayName", "forged")).hasStatus(405);
    }

    private String page(String query) {
        Answer answer = browser.get(GROUPS + query).hasStatus(200);
        return answer.body();
    }

    /** The ids in the list of members, in its order. */
    private static List<String> members(String page) {
        String list = page.substring(page.indexOf("Direct members"), page.indexOf("SCIM document"));
        return Pattern.compile("<a href=\"/console/(?:users|groups)\\?open=([^\"&]+)\"")
                .matcher(list)
                .results()
                .map((MatchResult link) -> link.group(1))
                .toList();
    }
}
