package org.cortexscim.roles.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cortexscim.testing.Documents.document;

import org.cortexscim.scim.ScimObject;
import org.junit.jupiter.api.Test;

class RoleValuesTest {
    private static final ScimObject USER = document(
            "{\"roles\":[{\"value\":\"Admin\"},{\"value\":\"ADMIN\"},{\"display\":\"none\"},{\"value\":\"b\"}]}");

    @Test
    void comparesWithoutCase_andKeepsTheSpelling() {
        assertThat(RoleValues.of(USER))
                .hasSize(2)
                .containsEntry("admin", "Admin")
                .containsEntry("b", "b");
        assertThat(RoleValues.of(new ScimObject())).isEmpty();
    }

    @Test
    void tellsWhatIsNew() {
        ScimObject after = document("{\"roles\":[{\"value\":\"aDMIN\"},{\"value\":\"C\"}]}");

        assertThat(RoleValues.added(USER, after)).hasSize(1).containsEntry("c", "C");
        assertThat(RoleValues.added(USER, new ScimObject())).isEmpty();
        assertThat(RoleValues.added(new ScimObject(), USER)).hasSize(2);
    }
}
