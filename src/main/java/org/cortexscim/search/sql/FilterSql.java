package org.cortexscim.search.sql;

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
import org.cortexscim.storage.Sql;

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

    /** Tells whether the type has an attribute with this path. */
    public boolean knows(String path) {
        return type.find(path).isPresent();
    }

    /**
     * The sort key of an attribute; empty when the type does not have the attribute, or cannot be sorted by it. A complex
     * attribute is sorted by its value, a multi-valued one by its primary value or else its first.
     */
    public Optional<SortKey> sortKey(String path) {
        return type.find(path)
                .map(FilterSql::comparable)
                .filter(ref -> !ref.leaf().isComplex() && ref.leaf().returned() != Returned.NEVER)
                .flatMap(this::sortKey);
    }

    private Optional<SortKey> sortKey(AttributeRef ref) {
        Column column = columns.get(ref.key());
        if (column != null) {
            return Optional.of(column.sortKey());
        }
        return switch (ref.key()) {
            case "meta.version" -> Optional.of(SortKey.number("r.version"));
            case "meta.resourcetype", "meta.location", "schemas" -> Optional.empty();
            default -> leaves.sortKey(ref);
        };
    }

    /**
     * The condition that selects the resources that fulfil the filter. An attribute that the type does not have has no
     * value.
     *
     * @throws ScimException invalidFilter when an operator does not fit an attribute's type
     */
    public Sql compile(Filter filter) {
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
            return type.find(present.path()).map(this::present).orElse(Sql.FALSE);
        }
        if (filter instanceof Filter.Comparison comparison) {
            return type.find(comparison.path())
                    .map(ref -> comparison(comparison, comparable(ref)))
                    .orElse(Sql.FALSE);
        }
        Filter.ValuePath path = (Filter.ValuePath) filter;
        return type.find(path.path()).map(ref -> valuePath(path, ref)).orElse(Sql.FALSE);
    }

    private Sql valuePath(Filter.ValuePath path, AttributeRef ref) {
        if (!ref.leaf().isComplex() || !ref.attribute().multiValued()) {
            throw ScimException.invalidFilter(
                    "'%s' is not a multi-valued complex attribute, so a filter in brackets cannot follow it."
                            .formatted(path.path()));
        }
        return leaves.valuePath(ref, path.inner());
    }

    private Sql present(AttributeRef ref) {
        Column column = columns.get(ref.key());
        if (column != null) {
            return Sql.of("r." + column.name() + " is not null");
        }
        if (isMeta(ref) || ref.key().equals("schemas")) {
            return Sql.TRUE;
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
                .reduce(leaves.present(ref), Sql::or);
    }

    private Sql comparison(Filter.Comparison comparison, AttributeRef ref) {
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

    private Sql schemas(Operator operator, String wanted) {
        Sql core = KeySql.constant(type.schema().id(), operator, wanted);
        return type.extensions().stream()
                .filter(extension -> operator.holds(extension.id(), wanted))
                .flatMap(extension -> extension.attributes().stream()
                        .map(attribute -> new AttributeRef(Optional.of(extension.id()), attribute, Optional.empty())))
                .map(leaves::present)
                .reduce(core, Sql::or);
    }

    private static Sql version(Operator operator, String wanted) {
        if (operator != Operator.EQ) {
            throw ScimException.invalidFilter("'meta.version' can only be compared with eq or ne.");
        }
        boolean tag = wanted.matches("(W/)?\"[0-9]{1,18}\"");
        return tag ? Sql.of("r.version = ?", Long.parseLong(wanted.replaceAll("[^0-9]", ""))) : Sql.FALSE;
    }

    private static boolean isMeta(AttributeRef ref) {
        return ref.extension().isEmpty() && ref.attribute().name().equals("meta");
    }
}
