package org.cortexscim.roles;

import java.util.Map;
import java.util.Optional;
import org.cortexscim.scim.filter.Filter;
import org.cortexscim.scim.filter.Operator;
import org.cortexscim.scim.schema.AttributeRef;
import org.cortexscim.scim.schema.RoleSchema;
import org.cortexscim.search.sql.Column;
import org.cortexscim.search.sql.FilterSql;
import org.cortexscim.search.sql.Leaves;
import org.cortexscim.search.sql.SortKey;
import org.cortexscim.storage.Sql;

/** Searches roles by columns only; roles have no attributes without a column, such as externalId. */
final class RoleSql implements Leaves {
    static final FilterSql FILTERS = new FilterSql(
            RoleSchema.TYPE,
            Map.of(
                    "id", Column.text("id"),
                    "displayname", Column.text("display_key"),
                    "description", Column.text("description_key")),
            new RoleSql());

    private RoleSql() {}

    @Override
    public Sql present(AttributeRef ref) {
        return Sql.FALSE;
    }

    @Override
    public Sql compare(AttributeRef ref, Operator operator, String wanted) {
        return Sql.FALSE;
    }

    @Override
    public Sql valuePath(AttributeRef ref, Filter inner) {
        return Sql.FALSE;
    }

    @Override
    public Optional<SortKey> sortKey(AttributeRef ref) {
        return Optional.empty();
    }
}
