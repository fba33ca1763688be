package org.cortexscim.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.filter.FilterParser;
import org.cortexscim.scim.schema.CoreSchemas;
import org.cortexscim.search.sql.FilterSql;
import org.cortexscim.search.sql.SortKey;
import org.cortexscim.storage.Sql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the filters that clients send become SQL over users and groups. */
class FilterSqlTest {
    private static final FilterSql USERS = UserSql.filters(CoreSchemas.USER_TYPE);

    private static Sql users(String filter) {
        return USERS.compile(FilterParser.parse(filter));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "userName eq \"Ann@Example.com\" | (r.user_name_key is not null and r.user_name_key = ?) | ann@example.com",
                "externalId eq \"00uA\" | (r.external_id is not null and r.external_id = ?) | 00uA",
                "name.familyName sw \"Ba\" | (r.family_name is not null and r.family_name like ? escape '!') | ba%",
                "title pr | exists (select 1 from scim_user_value v where v.user_id = r.id and v.path = ?) | title",
                "emails pr | exists (select 1 from scim_user_value v where v.user_id = r.id and v.path like ? escape '!')"
                        + " | emails.%",
                "userName pr | r.user_name_key is not null |",
                "nickName eq null | not (exists (select 1 from scim_user_value v where v.user_id = r.id and v.path = ?))"
                        + " | nickname",
                "favouriteColour eq \"x\" | 1 = 0 |",
            })
    void comparesByColumnOrByValue(String filter, String text, String value) {
        Sql sql = users(filter);

        assertThat(sql.text()).isEqualTo(text);
        assertThat(sql.values()).isEqualTo(value == null ? List.of() : List.of(value));
    }

    @Test
    void readsAComplexAttributeByItsValue() {
        assertThat(users("emails eq \"a@b.c\""))
                .isEqualTo(users("emails.value eq \"a@b.c\""))
                .isEqualTo(new Sql(
                        "exists (select 1 from scim_user_value v where v.user_id = r.id and"
                                + " (v.path = ? and v.value_key = ?))",
                        List.of("emails.value", "a@b.c")));
    }

    @Test
    void asksOneElementForAllThatABracketSays() {
        Sql sql = users("emails[type eq \"work\" and value co \"@b\"]");

        String sibling = "exists (select 1 from scim_user_value v where v.user_id = e.user_id and v.element = e.element"
                + " and (v.path = ? and v.value_key %s))";
        assertThat(sql.text())
                .isEqualTo("exists (select 1 from scim_user_value e where e.user_id = r.id and"
                        + " (e.path like ? escape '!' and ("
                        + sibling.formatted("= ?") + " and " + sibling.formatted("like ? escape '!'") + ")))");
        assertThat(sql.values()).containsExactly("emails.%", "emails.type", "work", "emails.value", "%@b%");
    }

    @Test
    void keepsThePrecedenceOfTheFilter() {
        Sql sql = users("userName pr and (active eq true or not (title pr))");

        assertThat(sql.text())
                .startsWith(
                        "(r.user_name_key is not null and ((r.active is not null and r.active = true) or not (exists");
    }

    @Test
    void findsUsersByTheirGroups() {
        assertThat(users("groups.value eq \"g1\"").text())
                .contains("from group_member m join scim_group o", "from group_member m join group_closure c");
        assertThat(users("groups.value eq \"g1\"").values()).containsExactly("g1", "g1");
    }

    @Test
    void findsGroupsByTheirMembers() {
        Sql sql = GroupStore.FILTERS.compile(FilterParser.parse("members[value eq \"u1\"]"));

        assertThat(sql.text())
                .contains("from group_member m join scim_user o", "from group_nesting m join scim_group o");
        assertThat(sql.values()).containsExactly("u1", "u1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "meta.location eq \"x\"",
                "meta.version gt \"x\"",
                "userName[value eq \"x\"]",
                "emails[colour eq \"x\"]",
                "active gt true",
                "meta.created gt \"yesterday\"",
            })
    void refusesWhatCannotBeSearched(String filter) {
        assertThatThrownBy(() -> users(filter))
                .isInstanceOf(ScimException.class)
                .hasMessageNotContaining("select");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "userName | r.user_name_key",
                "active | case when r.active then 1 else 0 end",
                "meta.lastModified | r.last_modified",
                "meta.version | r.version",
            })
    void sortsByColumns(String attribute, String expression) {
        assertThat(USERS.sortKey(attribute)).map(SortKey::expression).contains(Sql.of(expression));
    }

    @Test
    void sortsByThePrimaryValue_orElseTheFirst() {
        Sql expression = USERS.sortKey("emails").map(SortKey::expression).orElseThrow();

        assertThat(expression.values()).containsExactly("emails.value", "emails.primary", "emails.value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "groups", "schemas", "meta.location", "favouriteColour"})
    void doesNotSortByEverything(String attribute) {
        assertThat(USERS.sortKey(attribute)).isEmpty();
    }
}
