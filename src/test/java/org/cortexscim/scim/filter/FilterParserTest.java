package org.cortexscim.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Stream;
import org.cortexscim.scim.filter.Filter.And;
import org.cortexscim.scim.filter.Filter.Comparison;
import org.cortexscim.scim.filter.Filter.Not;
import org.cortexscim.scim.filter.Filter.Or;
import org.cortexscim.scim.filter.Filter.Present;
import org.cortexscim.scim.filter.Filter.ValuePath;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Filter text → tree; what is refused is in {@link MalformedFilterTest}. */
@Timeout(10)
class FilterParserTest {
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final Filter A = new Present("a");
    private static final Filter B = new Present("b");
    private static final Filter C = new Present("c");

    /** RFC 7644 figure 2, all examples. */
    static Stream<Arguments> examplesOfTheRfc() {
        Filter employee = eq("userType", "Employee");
        return Stream.of(
                arguments("userName eq \"bjensen\"", eq("userName", "bjensen")),
                arguments("name.familyName co \"O'Malley\"", is("name.familyName", Operator.CO, "O'Malley")),
                arguments("userName sw \"J\"", is("userName", Operator.SW, "J")),
                arguments(
                        "urn:ietf:params:scim:schemas:core:2.0:User:userName sw \"J\"",
                        is("urn:ietf:params:scim:schemas:core:2.0:User:userName", Operator.SW, "J")),
                arguments("title pr", new Present("title")),
                arguments(
                        "meta.lastModified gt \"2011-05-13T04:42:34Z\"",
                        is("meta.lastModified", Operator.GT, "2011-05-13T04:42:34Z")),
                arguments("title pr and userType eq \"Employee\"", new And(new Present("title"), employee)),
                arguments("title pr or userType eq \"Intern\"", new Or(new Present("title"), eq("userType", "Intern"))),
                arguments(
                        "schemas eq \"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\"",
                        eq("schemas", ENTERPRISE)),
                arguments(
                        "userType eq \"Employee\" and (emails co \"example.com\" or emails.value co \"example.org\")",
                        new And(
                                employee,
                                new Or(
                                        is("emails", Operator.CO, "example.com"),
                                        is("emails.value", Operator.CO, "example.org")))),
                arguments(
                        "userType ne \"Employee\" and not (emails co \"example.com\" or emails.value co \"example.org\")",
                        new And(
                                new Not(employee),
                                new Not(new Or(
                                        is("emails", Operator.CO, "example.com"),
                                        is("emails.value", Operator.CO, "example.org"))))),
                arguments(
                        "userType eq \"Employee\" and (emails.type eq \"work\")",
                        new And(employee, eq("emails.type", "work"))),
                arguments(
                        "userType eq \"Employee\" and emails[type eq \"work\" and value co \"@example.com\"]",
                        new And(
                                employee,
                                new ValuePath(
                                        "emails",
                                        new And(eq("type", "work"), is("value", Operator.CO, "@example.com"))))),
                arguments(
                        "emails[type eq \"work\" and value co \"@example.com\"] or "
                                + "ims[type eq \"xmpp\" and value co \"@foo.com\"]",
                        new Or(
                                new ValuePath(
                                        "emails",
                                        new And(eq("type", "work"), is("value", Operator.CO, "@example.com"))),
                                new ValuePath(
                                        "ims", new And(eq("type", "xmpp"), is("value", Operator.CO, "@foo.com"))))));
    }

    static Stream<Arguments> precedence() {
        return Stream.of(
                arguments("a pr and b pr and c pr", new And(new And(A, B), C)),
                arguments("a pr or b pr or c pr", new Or(new Or(A, B), C)),
                arguments("a pr or b pr and c pr", new Or(A, new And(B, C))),
                arguments("a pr and b pr or c pr", new Or(new And(A, B), C)),
                arguments("(a pr or b pr) and c pr", new And(new Or(A, B), C)),
                arguments("a pr and (b pr or c pr)", new And(A, new Or(B, C))),
                arguments("not (a pr) and b pr", new And(new Not(A), B)),
                arguments("not(a pr or b pr)", new Not(new Or(A, B))),
                arguments("NOT (not (a pr))", new Not(new Not(A))),
                arguments("((a pr))", A),
                arguments("  ( a pr )  ", A),
                arguments("\ta\npr ", A),
                arguments("emails[not (a pr) or (b pr and c pr)]", path("emails", new Or(new Not(A), new And(B, C)))));
    }

    /** What clients send beside the grammar. */
    static Stream<Arguments> tolerated() {
        return Stream.of(
                // Entra compares a part of the element that a value path selects.
                arguments(
                        "emails[type eq \"work\"].value eq \"x\"",
                        path("emails", new And(eq("type", "work"), eq("value", "x")))),
                arguments(
                        "emails[type eq \"work\"].value pr and a pr",
                        new And(path("emails", new And(eq("type", "work"), new Present("value"))), A)),
                arguments(
                        "emails[type eq \"work\" or primary eq true].value sw \"x\"",
                        path(
                                "emails",
                                new And(
                                        new Or(eq("type", "work"), eq("primary", true)),
                                        is("value", Operator.SW, "x")))),
                arguments("userName eq anna@example.com", eq("userName", "anna@example.com")),
                arguments("userName eq anna+tag.lee@example.co.uk", eq("userName", "anna+tag.lee@example.co.uk")),
                arguments("userName eq O'Neil,*?%_\\", eq("userName", "O'Neil,*?%_\\")),
                arguments("(userName eq anna@example.com)", eq("userName", "anna@example.com")),
                arguments("emails[type eq work]", path("emails", eq("type", "work"))),
                arguments("title eq nullable", eq("title", "nullable")),
                arguments("title eq and and a pr", new And(eq("title", "and"), A)),
                arguments("title eq \"\"", eq("title", "")));
    }

    static Stream<Arguments> literals() {
        return Stream.of(
                arguments("active eq true", eq("active", true)),
                arguments("active eq False", eq("active", false)),
                arguments("active eq TRUE", eq("active", true)),
                arguments("active eq \"True\"", eq("active", "True")),
                arguments("title eq 12", eq("title", new BigDecimal("12"))),
                arguments("title eq 0", eq("title", new BigDecimal("0"))),
                arguments("title gt -12.50", is("title", Operator.GT, new BigDecimal("-12.50"))),
                // Not a JSON number: a text, and its zeros count.
                arguments("title eq 007", eq("title", "007")),
                arguments("title eq 1.", eq("title", "1.")),
                arguments("title eq 1.2.3", eq("title", "1.2.3")),
                arguments("title eq \"12\"", eq("title", "12")),
                arguments("title eq null", new Not(new Present("title"))),
                arguments("title ne null", new Present("title")),
                arguments("title eq \"null\"", eq("title", "null")),
                arguments("title ne \"x\"", new Not(eq("title", "x"))));
    }

    static Stream<Arguments> names() {
        return Stream.of(
                arguments(ENTERPRISE + ":department eq \"x\"", eq(ENTERPRISE + ":department", "x")),
                arguments(ENTERPRISE + ":manager.value pr", new Present(ENTERPRISE + ":manager.value")),
                arguments(
                        "urn:ietf:params:scim:schemas:core:2.0:User:emails[type pr]",
                        path("urn:ietf:params:scim:schemas:core:2.0:User:emails", new Present("type"))),
                arguments("members.$ref pr", new Present("members.$ref")),
                arguments("$ref pr", new Present("$ref")),
                arguments("my-attr_2 pr", new Present("my-attr_2")),
                // Words of the grammar are names where a name is due.
                arguments("not pr", new Present("not")),
                arguments("and eq or", eq("and", "or")),
                arguments("order pr or android pr", new Or(new Present("order"), new Present("android"))));
    }

    @ParameterizedTest
    @MethodSource({"examplesOfTheRfc", "precedence", "tolerated", "literals", "names"})
    void readsFilter(String text, Filter tree) {
        assertThat(FilterParser.parse(text)).isEqualTo(tree);
    }

    @ParameterizedTest
    @EnumSource(Operator.class)
    void readsOperatorInAnyCase(Operator operator) {
        Filter tree = is("title", operator, "x");
        String name = operator.name();

        assertThat(operator).hasToString(name.toLowerCase(Locale.ROOT));
        assertThat(FilterParser.parse("title " + operator + " \"x\"")).isEqualTo(tree);
        assertThat(FilterParser.parse("title " + name + " \"x\"")).isEqualTo(tree);
        assertThat(FilterParser.parse(
                        "title " + name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT) + " \"x\""))
                .isEqualTo(tree);
    }

    @ParameterizedTest
    @CsvSource({"a PR AND b Pr, And", "a pr Or b pr, Or", "Not (a pr), Not", "a NE \"x\", Not"})
    void readsLogicInAnyCase(String text, String kind) {
        assertThat(FilterParser.parse(text).getClass().getSimpleName()).isEqualTo(kind);
    }

    static Stream<Arguments> escapes() {
        return Stream.of(
                arguments("\\\"", "\""),
                arguments("\\\\", "\\"),
                arguments("\\/", "/"),
                arguments("\\b\\f\\n\\r\\t", "\b\f\n\r\t"),
                arguments("\\u0041\\u00e9\\u00E9", "Aéé"),
                arguments("\\ud83d\\ude00", "😀"),
                arguments("\\\\u0041", "\\u0041"),
                arguments("$1 and \\\\$0", "$1 and \\$0"),
                arguments("and) or (x]", "and) or (x]"),
                arguments("Ünïcödé 名前 😀", "Ünïcödé 名前 😀"));
    }

    @ParameterizedTest
    @MethodSource("escapes")
    void readsEscapes(String written, String meant) {
        assertThat(FilterParser.parse("title eq \"" + written + "\"")).isEqualTo(eq("title", meant));
    }

    private static Filter eq(String path, Object value) {
        return is(path, Operator.EQ, value);
    }

    private static Filter is(String path, Operator operator, Object value) {
        return new Comparison(path, operator, value);
    }

    private static Filter path(String path, Filter inner) {
        return new ValuePath(path, inner);
    }
}
