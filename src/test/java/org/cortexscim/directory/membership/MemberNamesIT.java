package org.cortexscim.directory.membership;

import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Groups;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The name under which a group lists a user: the displayName, for people (RFC 7643 §4.2). */
@ExtendWith(FreshWorkspace.class)
class MemberNamesIT {
    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final Groups groups = Groups.of(http);
    private final Person person = Person.random();

    @Test
    void areDisplayNames(Workspace workspace) {
        workspace.settings("{\"attributeUpdates\":\"all\"}");
        String id = http.post("/Users", person.document("\"displayName\":\"Ada, Countess\""))
                .hasStatus(201)
                .text("id");
        String group = groups.idOfNew(id);
        groups.get(group).hasStatus(200).has("members/0/display", "Ada, Countess");

        http.put("/Users/" + id, person.document("\"displayName\":\"Ada\"")).hasStatus(200);
        groups.get(group).has("members/0/display", "Ada");
        http.put("/Users/" + id, person.document()).hasStatus(200).lacks("displayName");

        Answer unnamed = groups.get(group).has("members/0/display", person.userName());
        unnamed.has("members/0/value", id);
    }
}
