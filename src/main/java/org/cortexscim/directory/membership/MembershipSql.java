package org.cortexscim.directory.membership;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.filter.Filter;
import org.cortexscim.scim.filter.Operator;
import org.cortexscim.scim.schema.AttributeRef;
import org.cortexscim.search.sql.ElementFilter;
import org.cortexscim.search.sql.KeySql;
import org.cortexscim.search.sql.Leaves;
import org.cortexscim.search.sql.SortKey;
import org.cortexscim.storage.Sql;

/**
 * Searches by membership, from either side: the members of a group, or the groups of a user. Each has elements of two
 * kinds, which are in different tables.
 */
public final class MembershipSql implements Leaves {
    private final List<Source> sources;

    private MembershipSql(Source... sources) {
        this.sources = List.of(sources);
    }

    /** {@code members} of the group in row {@code r}. */
    public static MembershipSql membersOfGroup() {
        return new MembershipSql(
                new Source(
                        "group_member m join scim_user o on o.id = m.member_id where m.group_id = r.id",
                        "m.member_id",
                        "coalesce(o.display_name, o.user_name_key)",
                        "user"),
                new Source(
                        "group_nesting m join scim_group o on o.id = m.member_id where m.group_id = r.id",
                        "m.member_id",
                        "o.display_key",
                        "group"));
    }

    /** {@code groups} of the user in row {@code r}. */
    public static MembershipSql groupsOfUser() {
        return new MembershipSql(
                new Source(
                        "group_member m join scim_group o on o.id = m.group_id where m.member_id = r.id",
                        "m.group_id",
                        "o.display_key",
                        "direct"),
                new Source(
                        "group_member m join group_closure c on c.descendant_id = m.group_id"
                                + " join scim_group o on o.id = c.group_id where m.member_id = r.id and not exists"
                                + " (select 1 from group_member d where d.group_id = c.group_id and d.member_id = m.member_id)",
                        "c.group_id",
                        "o.display_key",
                        "indirect"));
    }

    @Override
    public Sql present(AttributeRef ref) {
        return some(source -> Sql.TRUE);
    }

    @Override
    public Sql compare(AttributeRef ref, Operator operator, String wanted) {
        return some(source -> source.compare(ref, operator, wanted));
    }

    @Override
    public Sql valuePath(AttributeRef ref, Filter inner) {
        return some(source -> new ElementFilter(ref, source).compile(inner));
    }

    /** A group has no first member, and a user no first group. */
    @Override
    public Optional<SortKey> sortKey(AttributeRef ref) {
        return Optional.empty();
    }

    /** There is an element that fulfils the condition on its source. */
    private Sql some(Function<Source, Sql> condition) {
        return sources.stream()
                .map(source -> source.exists(condition.apply(source)))
                .reduce(Sql::or)
                .orElse(Sql.FALSE);
    }

    /**
     * The location of elements of one kind.
     *
     * @param from the rows, one for each element
     * @param value the column of the element's id
     * @param display the column of its name's search key
     * @param type the type that all of them have
     */
    private record Source(String from, String value, String display, String type) implements ElementFilter.Leaf {
        Sql exists(Sql condition) {
            return Sql.of("exists (select 1 from " + from + " and ?)", condition);
        }

        @Override
        public Sql present(AttributeRef sub) {
            return Sql.TRUE;
        }

        @Override
        public Sql compare(AttributeRef sub, Operator operator, String wanted) {
            return switch (sub.leaf().name()) {
                case "value" -> KeySql.compare(value, operator, wanted);
                case "display" -> KeySql.compare(display, operator, wanted);
                case "type" -> KeySql.constant(type, operator, wanted);
                default ->
                    throw ScimException.invalidFilter("'%s' cannot be searched; use 'value'.".formatted(sub.key()));
            };
        }
    }
}
