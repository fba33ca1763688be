package org.cortexscim.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cortexscim.testing.Refusals.thenRefused;

import java.util.List;
import org.cortexscim.scim.Conformance;
import org.cortexscim.scim.schema.CoreSchemas;
import org.cortexscim.scim.schema.ResourceType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters by the RFC's letter, without what a tolerant service takes besides. */
class StrictFilterTest {
    private static final List<ResourceType> TYPES = List.of(CoreSchemas.USER_TYPE, CoreSchemas.GROUP_TYPE);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            userName eq anna                                | double quotes at character 13
            active eq True                                  | double quotes at character 11
            active eq "true"                                | 'active' is compared with a value of another type
            emails[primary eq "True"]                       | 'primary' is compared with a value of another type
            title eq 7                                      | 'title' is compared with a value of another type
            title eq true                                   | 'title' is compared with a value of another type
            emails[type eq "work"].value eq "a"             | 'and' or 'or' expected
            department eq "Sales"                           | 'department' is not an attribute
            not (manager.value pr)                          | 'manager.value' is not an attribute
            title pr and (title pr or colour pr)            | 'colour' is not an attribute
            emails[colour eq "red"]                         | 'colour' is not an attribute
            colour[value eq "red"]                          | 'colour' is not an attribute
            """)
    void refuses(String filter, String detail) {
        thenRefused(() -> FilterParser.parse(filter, TYPES, Conformance.STRICT))
                .with(400, "invalidFilter")
                .saying(detail);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userName EQ \"anna\" and not (active eq false)",
                "title eq null or title pr",
                "emails co \"@example.com\" or emails[type eq \"work\" and primary eq true]",
                "urn:ietf:params:scim:schemas:core:2.0:User:userName sw \"a\"",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq \"Sales\"",
                "meta.created gt \"2026-01-01T00:00:00Z\"",
                "id eq \"g1\" and members eq \"u1\""
            })
    void reads(String filter) {
        assertThat(FilterParser.parse(filter, TYPES, Conformance.STRICT)).isEqualTo(FilterParser.parse(filter));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"userName eq anna", "active eq \"true\"", "emails[type eq \"work\"].value eq \"a\"", "colour pr"
            })
    void leavesATolerantServiceAlone(String filter) {
        assertThat(FilterParser.parse(filter, TYPES, Conformance.TOLERANT)).isEqualTo(FilterParser.parse(filter));
    }
}
