package org.cortexscim.directory;

import java.util.Optional;
import org.cortexscim.directory.query.ElementFilter;
import org.cortexscim.directory.query.KeySql;
import org.cortexscim.directory.query.Leaves;
import org.cortexscim.directory.query.SortKey;
import org.cortexscim.directory.query.SqlCondition;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.filter.Filter;
import org.cortexscim.scim.filter.Operator;
import org.cortexscim.scim.schema.AttributeRef;

/** Searches by membership, from either side: the members of a group, or the groups of a user. */
final class MembershipSql implements Leaves {
    private final String from;
    private final String value;
    private final String display;
    private final String type;

    private MembershipSql(String from, String value, String display, String type) {
        this.from = from;
        this.value = value;
        this.display = display;
        this.type = type;
    }

    /** {@code members} of the group in row {@code r}. */
    static MembershipSql membersOfGroup() {
        return new MembershipSql(
                "group_member m join scim_user o on o.id = m.member_id where m.group_id = r.id",
                "m.member_id",
                "o.user_name_key",
                "user");
    }

    /** {@code groups} of the user in row {@code r}. */
    static MembershipSql groupsOfUser() {
        return new MembershipSql(
                "group_member m join scim_group o on o.id = m.group_id where m.member_id = r.id",
                "m.group_id",
                "o.display_key",
                "direct");
    }

    @Override
    public SqlCondition present(AttributeRef ref) {
        return exists(SqlCondition.TRUE);
    }

    @Override
    public SqlCondition compare(AttributeRef ref, Operator operator, String wanted) {
        return exists(ofRow(ref, operator, wanted));
    }

    @Override
    public SqlCondition valuePath(AttributeRef ref, Filter inner) {
        ElementFilter.Leaf row = new ElementFilter.Leaf() {
            @Override
            public SqlCondition present(AttributeRef sub) {
                return SqlCondition.TRUE;
            }

            @Override
            public SqlCondition compare(AttributeRef sub, Operator operator, String wanted) {
                return ofRow(sub, operator, wanted);
            }
        };
        return exists(new ElementFilter(ref, row).compile(inner));
    }

    /** A group has no first member, and a user no first group. */
    @Override
    public Optional<SortKey> sortKey(AttributeRef ref) {
        return Optional.empty();
    }

    private SqlCondition exists(SqlCondition condition) {
        return condition.within("exists (select 1 from " + from + " and %s)");
    }

    private SqlCondition ofRow(AttributeRef ref, Operator operator, String wanted) {
        return switch (ref.leaf().name()) {
            case "value" -> KeySql.compare(value, operator, wanted);
            case "display" -> KeySql.compare(display, operator, wanted);
            case "type" -> KeySql.constant(type, operator, wanted);
            default -> throw ScimException.invalidFilter("'%s' cannot be searched; use 'value'.".formatted(ref.key()));
        };
    }
}
