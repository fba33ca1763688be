package org.cortexscim.directory;

import java.util.Map;
import java.util.Optional;
import org.cortexscim.directory.membership.MembershipSql;
import org.cortexscim.scim.filter.Filter;
import org.cortexscim.scim.filter.Operator;
import org.cortexscim.scim.schema.AttributeRef;
import org.cortexscim.scim.schema.ResourceType;
import org.cortexscim.search.sql.Column;
import org.cortexscim.search.sql.ElementFilter;
import org.cortexscim.search.sql.FilterSql;
import org.cortexscim.search.sql.KeySql;
import org.cortexscim.search.sql.Leaves;
import org.cortexscim.search.sql.SortKey;
import org.cortexscim.storage.Sql;

/** Searches users by the columns of scim_user, the rows of scim_user_value and, for groups, the membership. */
final class UserSql implements Leaves {
    /** The attributes with a column of their own. */
    static final Map<String, Column> COLUMNS = Map.of(
            "id", Column.text("id"),
            "username", Column.text("user_name_key"),
            "externalid", Column.text("external_id"),
            "name.givenname", Column.text("given_name"),
            "name.familyname", Column.text("family_name"),
            "displayname", Column.text("display_name"),
            "active", new Column("active", Column.Kind.BOOLEAN),
            "meta.created", new Column("created", Column.Kind.INSTANT),
            "meta.lastmodified", new Column("last_modified", Column.Kind.INSTANT));

    private static final Leaves GROUPS = MembershipSql.groupsOfUser();

    private UserSql() {}

    static FilterSql filters(ResourceType type) {
        return new FilterSql(type, COLUMNS, new UserSql());
    }

    @Override
    public Sql present(AttributeRef ref) {
        return isGroups(ref) ? GROUPS.present(ref) : row("v", below("v", ref));
    }

    @Override
    public Sql compare(AttributeRef ref, Operator operator, String wanted) {
        return isGroups(ref)
                ? GROUPS.compare(ref, operator, wanted)
                : row("v", below("v", ref).and(KeySql.compare("v.value_key", operator, wanted)));
    }

    @Override
    public Sql valuePath(AttributeRef ref, Filter inner) {
        return isGroups(ref)
                ? GROUPS.valuePath(ref, inner)
                : row("e", below("e", ref).and(new ElementFilter(ref, new Element()).compile(inner)));
    }

    @Override
    public Optional<SortKey> sortKey(AttributeRef ref) {
        if (isGroups(ref)) {
            return Optional.empty();
        }
        String value =
                "(select s.value_key from scim_user_value s where s.user_id = r.id and s.path = ? and s.element = ";
        if (!ref.attribute().multiValued()) {
            return Optional.of(SortKey.text(value + "0)", ref.key()));
        }
        String first =
                "(select min(%1$s.element) from scim_user_value %1$s where %1$s.user_id = r.id and %1$s.path = ?%2$s)";
        String sql = value + "coalesce(" + first.formatted("p", " and p.value_key = 'true'") + ", "
                + first.formatted("f", "") + "))";
        String primary = ref.withSub("primary").map(AttributeRef::key).orElse("");
        return Optional.of(SortKey.text(sql, ref.key(), primary, ref.key()));
    }

    /** Some value of the user, in the row of that alias, fulfils the condition. */
    private static Sql row(String alias, Sql condition) {
        return Sql.of(
                "exists (select 1 from scim_user_value %1$s where %1$s.user_id = r.id and ?)".formatted(alias),
                condition);
    }

    /** The row holds a value of the attribute, or of one of its sub-attributes. */
    private static Sql below(String alias, AttributeRef ref) {
        return ref.leaf().isComplex()
                ? KeySql.startsWith(alias + ".path", ref.key() + ".")
                : Sql.of(alias + ".path = ?", ref.key());
    }

    private static boolean isGroups(AttributeRef ref) {
        return ref.extension().isEmpty() && ref.attribute().name().equals("groups");
    }

    /** Another value of the element that the row {@code e} belongs to. */
    private static final class Element implements ElementFilter.Leaf {
        @Override
        public Sql present(AttributeRef sub) {
            return sibling(below("v", sub));
        }

        @Override
        public Sql compare(AttributeRef sub, Operator operator, String wanted) {
            return sibling(below("v", sub).and(KeySql.compare("v.value_key", operator, wanted)));
        }

        private static Sql sibling(Sql condition) {
            return Sql.of(
                    "exists (select 1 from scim_user_value v"
                            + " where v.user_id = e.user_id and v.element = e.element and ?)",
                    condition);
        }
    }
}
