package org.cortexscim.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.cortexscim.testing.ConsoleClient;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Groups;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.RoleDesk;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who has a role, and why: what the console tells, and to whom. */
@ExtendWith(FreshWorkspace.class)
class RoleHoldersPageIT {
    private static final String ROLES = "/console/roles";

    private final ConsoleClient browser = new ConsoleClient();
    private final ScimClient scim = ScimClient.ofServiceUnderTest();
    private final RoleDesk roles = new RoleDesk();
    private final String tag = "test-" + UUID.randomUUID();

    @BeforeEach
    void open() {
        roles.open();
        browser.signedIn(Service.underTest().key());
        roles.createRole(tag).hasStatus(200);
    }

    @AfterEach
    void close() {
        roles.close();
    }

    @Test
    void tellsWhoHasARole_andWhy() {
        Person given = Person.random();
        String inactive = scim.idOfNew(given);
        roles.give(given, tag).hasStatus(200);
        scim.patchUser(inactive, "{\"op\":\"replace\",\"value\":{\"active\":false}}")
                .hasStatus(200);
        Person byId = Person.random();
        scim.post("/Users", byId.document("\"roles\":[{\"value\":\"%s\"}]".formatted(tag)))
                .hasStatus(201);
        String value = "Value of {%s} & more".formatted(tag);
        roles.map(value, tag).hasStatus(200);
        Person byValue = Person.random();
        scim.post("/Users", byValue.document("\"roles\":[{\"value\":\"%s\"}]".formatted(value)))
                .hasStatus(201);
        String group = Groups.of(scim).idOfNew();
        roles.mapGroup(group, tag).hasStatus(200);

        String panel = page("?open=" + tag);
        assertThat(panel)
                .contains(given.userName(), "inactive, so not in force", "/console/groups?open=" + group)
                .contains("Value of {%s} &amp; more</a>".formatted(tag))
                .doesNotContain(byId.userName(), byValue.userName());
        assertThat(page("?open=" + tag + "&value=" + tag))
                .contains(byId.userName())
                .doesNotContain(given.userName());
        assertThat(browser.get(link(panel, "Value of {")).hasStatus(200).body())
                .contains(byValue.userName())
                .doesNotContain(given.userName(), byId.userName());
        assertThat(browser.get(ROLES + "?open=MANAGER&value=" + tag)
                        .hasStatus(404)
                        .body())
                .contains("does not give this role");

        browser.signedIn(roles.keyWith("View Roles"));
        assertThat(page("?open=" + tag + "&value=" + tag))
                .contains(given.userName(), "Who may configure SCIM sees how.")
                .doesNotContain(byId.userName(), group, "Value of {", "/console/users?open=");
    }

    @Test
    void listsThoseWhoHaveARole_pageByPage() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 51; i++) {
            Person person = Person.random();
            all.add(person.userName());
            scim.post("/Users", person.document("\"roles\":[{\"value\":\"%s\"}]".formatted(tag)))
                    .hasStatus(201);
        }
        String address = "?open=%s&value=%s".formatted(tag, tag);

        String first = page(address);
        String second = page(address + "&holders=1");

        assertThat(first).contains("holders=1\">Next").doesNotContain("Previous");
        assertThat(second).contains("holders=0\">Previous").doesNotContain(">Next");
        assertThat(all).filteredOn(first::contains).hasSize(50);
        assertThat(all).filteredOn(second::contains).hasSize(1);
        assertThat(all).allMatch(name -> first.contains(name) || second.contains(name));
    }

    private String page(String query) {
        return browser.get(ROLES + query).hasStatus(200).body();
    }

    /** Where the link leads whose text begins so. */
    private static String link(String page, String text) {
        return page.replaceAll("(?s).*href=\"([^\"]*)\">" + Pattern.quote(text) + ".*", "$1")
                .replace("&amp;", "&");
    }
}
