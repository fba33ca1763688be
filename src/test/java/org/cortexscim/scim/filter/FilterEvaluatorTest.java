package org.cortexscim.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cortexscim.testing.Documents.document;
import static org.cortexscim.testing.Refusals.thenRefused;

import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.Attribute;
import org.cortexscim.scim.schema.CoreSchemas;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterEvaluatorTest {
    private static final Attribute EMAILS = CoreSchemas.USER.attribute("emails").orElseThrow();

    private final FilterEvaluator evaluator = new FilterEvaluator(EMAILS);
    private final ScimObject element = document("""
            {"value": "Anna.Lee@example.com", "type": "work", "primary": true}
            """);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type eq \"work\"",
                "TYPE EQ \"WORK\"",
                "value eq \"anna.lee@EXAMPLE.com\"",
                "value co \"LEE@\"",
                "value sw \"anna\"",
                "value ew \".COM\"",
                "value gt \"anna.lee\"",
                "value ge \"anna.lee@example.com\"",
                "value le \"anna.lee@example.com\"",
                "value lt \"anna.lee@example.com0\"",
                "primary eq true",
                "primary eq \"True\"",
                "primary ne false",
                "type pr",
                "not (display pr)",
                "display ne \"x\"",
                "display eq null",
                "type ne null",
                "type eq \"work\" and primary eq true",
                "type eq \"home\" or primary eq true",
                "type eq \"home\" or type eq \"work\"",
                "not (type eq \"home\" and primary eq true)"
            })
    void selects(String filter) {
        assertThat(evaluator.matches(FilterParser.parse(filter), element)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type eq \"home\"",
                "type eq \"wor\"",
                "type ne \"work\"",
                "value co \"@example.org\"",
                "value sw \"lee\"",
                "value ew \"example\"",
                "value gt \"anna.lee@example.com\"",
                "value lt \"anna.lee@example.com\"",
                "value ge \"b\"",
                "value le \"a\"",
                "primary eq false",
                "primary eq \"false\"",
                "display pr",
                "display eq \"x\"",
                "display co \"\"",
                "type eq null",
                "type eq \"work\" and primary eq false",
                "type eq \"home\" and primary eq true",
                "type eq \"home\" or primary eq false",
                "not (type eq \"work\")"
            })
    void passesOver(String filter) {
        assertThat(evaluator.matches(FilterParser.parse(filter), element)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            typ eq "work"                    | 'emails' has no sub-attribute 'typ'
            type eq "work" or typ eq "work"  | 'emails' has no sub-attribute 'typ'
            type eq "home" and typ eq "work" | 'emails' has no sub-attribute 'typ'
            not (typ pr)                     | 'emails' has no sub-attribute 'typ'
            emails.type eq "work"            | 'emails' has no sub-attribute 'emails.type'
            primary gt true                  | 'primary' can only be compared with eq or ne
            primary eq "yes"                 | 'primary' can only be compared with eq or ne
            emails[type eq "work"]           | value path cannot contain another value path
            """)
    void refusesWhatTheAttributeHasNot(String filter, String detail) {
        Filter parsed = FilterParser.parse(filter);
        thenRefused(() -> evaluator.matches(parsed, element))
                .with(400, "invalidFilter")
                .saying(detail);
        thenRefused(() -> evaluator.matches(parsed, new ScimObject())).with(400, "invalidFilter");
    }
}
