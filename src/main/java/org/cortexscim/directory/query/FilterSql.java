package org.cortexscim.directory.query;

import java.util.Map;
import java.util.Optional;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.filter.Filter;
import org.cortexscim.scim.filter.Operator;
import org.cortexscim.scim.filter.SearchKey;
import org.cortexscim.scim.schema.Attribute;
import org.cortexscim.scim.schema.AttributeRef;
import org.cortexscim.scim.schema.ResourceType;
import org.cortexscim.scim.schema.Returned;

/**
 * Compiles a filter over resources of one type to SQL (RFC 7644 §3.4.2.2): an attribute with a column to a comparison
 * of that column, any other to what {@link Leaves} makes of it. The resource's row is {@code r}.
 */
public final class FilterSql {
    private final ResourceType type;
    private final Map<String, Column> columns;
    private final Leaves leaves;

    /** A compiler for a type whose attributes of these keys have columns. */
    public FilterSql(ResourceType type, Map<String, Column> columns, Leaves leaves) {
        this.type = type;
        this.columns = Map.copyOf(columns);
        this.leaves = leaves;
    }

    /**
     * The condition that selects the resources that fulfil the filter.
     *
     * @throws ScimException invalidFilter when an attribute is unknown, or an operator does not fit its type
     */
    public SqlCondition compile(Filter filter) {
        if (filter instanceof Filter.And and) {
            return compile(and.left()).and(compile(and.right()));
        }
        if (filter instanceof Filter.Or or) {
            return compile(or.left()).or(compile(or.right()));
        }
        if (filter instanceof Filter.Not not) {
            return compile(not.inner()).negated();
        }
        if (filter instanceof Filter.Present present) {
            return present(find(present.path()));
        }
        if (filter instanceof Filter.Comparison comparison) {
            return comparison(comparison);
        }
        Filter.ValuePath path = (Filter.ValuePath) filter;
        AttributeRef ref = find(path.path());
        if (!ref.leaf().isComplex() || !ref.attribute().multiValued()) {
            throw ScimException.invalidFilter("'%s' has no elements to select from.".formatted(path.path()));
        }
        return leaves.valuePath(ref, path.inner());
    }

    private SqlCondition present(AttributeRef ref) {
        Column column = columns.get(ref.key());
        if (column != null) {
            return SqlCondition.of("r." + column.name() + " is not null");
        }
        if (isMeta(ref) || ref.key().equals("schemas")) {
            return SqlCondition.TRUE;
        }
        if (!ref.leaf().isComplex()) {
            return leaves.present(ref);
        }
        // Some parts of a complex attribute may have columns: a name is present when one of its parts is.
        return ref.attribute().subAttributes().stream()
                .map(Attribute::name)
                .flatMap(sub -> ref.withSub(sub).stream())
                .filter(sub -> columns.containsKey(sub.key()))
                .map(this::present)
                .reduce(leaves.present(ref), SqlCondition::or);
    }

    private SqlCondition comparison(Filter.Comparison comparison) {
        AttributeRef ref = comparable(find(comparison.path()));
        String wanted = SearchKey.wanted(ref.leaf(), comparison);
        Operator operator = comparison.operator();
        Column column = columns.get(ref.key());
        if (column != null) {
            return KeySql.compare(column, operator, wanted);
        }
        return switch (ref.key()) {
            case "schemas" -> schemas(operator, wanted);
            case "meta.resourcetype" -> KeySql.constant(type.name(), operator, wanted);
            case "meta.version" -> version(operator, wanted);
            case "meta.location" -> throw ScimException.invalidFilter("'meta.location' cannot be searched; use 'id'.");
            default -> leaves.compare(ref, operator, wanted);
        };
    }

    /** {@code emails eq "x"} means {@code emails.value eq "x"}. */
    private static AttributeRef comparable(AttributeRef ref) {
        return ref.leaf().isComplex() ? ref.withSub("value").orElse(ref) : ref;
    }

    private SqlCondition schemas(Operator operator, String wanted) {
        SqlCondition core = KeySql.constant(type.schema().id(), operator, wanted);
        return type.extensions().stream()
                .filter(extension -> operator.holds(extension.id(), wanted))
                .flatMap(extension -> extension.attributes().stream()
                        .map(attribute -> new AttributeRef(Optional.of(extension.id()), attribute, Optional.empty())))
                .map(leaves::present)
                .reduce(core, SqlCondition::or);
    }

    private static SqlCondition version(Operator operator, String wanted) {
        if (operator != Operator.EQ) {
            throw ScimException.invalidFilter("'meta.version' can only be compared with eq or ne.");
        }
        boolean tag = wanted.matches("(W/)?\"[0-9]{1,18}\"");
        return tag
                ? SqlCondition.of("r.version = ?", Long.parseLong(wanted.replaceAll("[^0-9]", "")))
                : SqlCondition.FALSE;
    }

    private AttributeRef find(String path) {
        AttributeRef ref = type.find(path)
                .orElseThrow(() -> ScimException.invalidFilter(
                        "'%s' is no attribute of %s; see /Schemas.".formatted(path, type.name())));
        if (ref.leaf().returned() == Returned.NEVER) {
            throw ScimException.invalidFilter("'%s' cannot be searched.".formatted(path));
        }
        return ref;
    }

    private static boolean isMeta(AttributeRef ref) {
        return ref.attribute().name().equals("meta");
    }
}
