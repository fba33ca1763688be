package org.cortexscim.directory;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.filter.Filter;
import org.cortexscim.scim.filter.Operator;
import org.cortexscim.scim.filter.SearchKey;
import org.cortexscim.scim.schema.AttributeRef;
import org.cortexscim.scim.schema.DateTimes;
import org.cortexscim.scim.schema.ResourceType;
import org.cortexscim.scim.schema.Returned;

/**
 * Compiles a filter over users to SQL: an attribute with a column to a comparison of that column, any other to an
 * {@code exists} over scim_user_value. The user's row is {@code u}.
 */
final class UserFilterSql {
    private final ResourceType type;

    UserFilterSql(ResourceType type) {
        this.type = type;
    }

    /**
     * The condition that selects the users who fulfil the filter.
     *
     * @throws ScimException invalidFilter when an attribute is unknown, or an operator does not fit its type
     */
    SqlCondition compile(Filter filter) {
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
            return present(present.path());
        }
        if (filter instanceof Filter.Comparison comparison) {
            return comparison(comparison);
        }
        return valuePath((Filter.ValuePath) filter);
    }

    private SqlCondition present(String path) {
        AttributeRef ref = find(path);
        Optional<UserColumn> column = UserColumn.of(ref);
        if (column.isPresent()) {
            return SqlCondition.of("u." + column.get().name() + " is not null");
        }
        if (isMeta(ref) || ref.key().equals("schemas")) {
            return SqlCondition.TRUE;
        }
        if (ref.key().equals("name")) {
            return present("name.givenName").or(present("name.familyName")).or(leaves(ref, Optional.empty()));
        }
        return leaves(ref, Optional.empty());
    }

    private SqlCondition comparison(Filter.Comparison comparison) {
        AttributeRef ref = comparable(find(comparison.path()));
        String wanted = SearchKey.wanted(ref.leaf(), comparison);
        Operator operator = comparison.operator();
        Optional<UserColumn> column = UserColumn.of(ref);
        if (column.isPresent()) {
            return column(column.get(), operator, wanted);
        }
        return switch (ref.key()) {
            case "schemas" -> schemas(operator, wanted);
            case "meta.resourcetype" -> constant(operator, type.name(), wanted);
            case "meta.version" -> version(operator, wanted);
            case "meta.location" -> throw ScimException.invalidFilter("'meta.location' cannot be searched; use 'id'.");
            default -> leaves(ref, Optional.of(keyCondition("v.value_key", operator, wanted)));
        };
    }

    /** {@code emails eq "x"} means {@code emails.value eq "x"} (RFC 7644 §3.4.2.2). */
    private AttributeRef comparable(AttributeRef ref) {
        return ref.leaf().isComplex() ? ref.withSub("value").orElse(ref) : ref;
    }

    private static SqlCondition column(UserColumn column, Operator operator, String wanted) {
        String name = "u." + column.name();
        SqlCondition condition = switch (column.kind()) {
            case BOOLEAN -> SqlCondition.of(name + " = " + (wanted.equals("true") ? "true" : "false"));
            case INSTANT -> instant(name, operator, DateTimes.parse(wanted).orElseThrow());
            case TEXT -> keyCondition(name, operator, wanted);
        };
        // A column without a value makes a comparison unknown, and the negation of unknown selects nothing.
        return condition.within("(" + name + " is not null and %s)");
    }

    /** Columns hold whole milliseconds, so that a wanted instant between two of them equals none. */
    private static SqlCondition instant(String name, Operator operator, Instant wanted) {
        long floor = wanted.toEpochMilli();
        boolean exact = wanted.truncatedTo(ChronoUnit.MILLIS).equals(wanted);
        long ceiling = exact ? floor : floor + 1;
        return switch (operator) {
            case GT -> SqlCondition.of(name + " > ?", floor);
            case LE -> SqlCondition.of(name + " <= ?", floor);
            case GE -> SqlCondition.of(name + " >= ?", ceiling);
            case LT -> SqlCondition.of(name + " < ?", ceiling);
            default -> exact ? SqlCondition.of(name + " = ?", floor) : SqlCondition.FALSE;
        };
    }

    private static SqlCondition keyCondition(String name, Operator operator, String wanted) {
        return switch (operator) {
            case EQ -> SqlCondition.of(name + " = ?", BoundedKey.of(wanted));
            case CO -> like(name, "%" + escaped(wanted) + "%");
            case SW -> like(name, escaped(wanted) + "%");
            case EW -> like(name, "%" + escaped(wanted));
            case GT -> SqlCondition.of(name + " > ?", wanted);
            case GE -> SqlCondition.of(name + " >= ?", wanted);
            case LT -> SqlCondition.of(name + " < ?", wanted);
            case LE -> SqlCondition.of(name + " <= ?", wanted);
        };
    }

    private static SqlCondition like(String name, String pattern) {
        return SqlCondition.of(name + " like ? escape '!'", pattern);
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private SqlCondition schemas(Operator operator, String wanted) {
        SqlCondition core = constant(operator, type.schema().id(), wanted);
        return type.extensions().stream()
                .filter(extension -> operator.holds(extension.id(), wanted))
                .map(extension -> SqlCondition.of(
                        "exists (select 1 from scim_user_value v where v.user_id = u.id and v.path like ?)",
                        extension.id().toLowerCase(java.util.Locale.ROOT) + ":%"))
                .reduce(core, SqlCondition::or);
    }

    private static SqlCondition version(Operator operator, String wanted) {
        String digits = wanted.replaceAll("[^0-9]", "");
        boolean tag = wanted.matches("(W/)?\"[0-9]{1,18}\"");
        if (operator != Operator.EQ) {
            throw ScimException.invalidFilter("'meta.version' can only be compared with eq or ne.");
        }
        return tag ? SqlCondition.of("u.version = ?", Long.parseLong(digits)) : SqlCondition.FALSE;
    }

    private static SqlCondition constant(Operator operator, String actual, String wanted) {
        return operator.holds(actual, wanted) ? SqlCondition.TRUE : SqlCondition.FALSE;
    }

    /** Some value of the attribute, or below it, fulfils the condition on {@code v}. */
    private static SqlCondition leaves(AttributeRef ref, Optional<SqlCondition> condition) {
        SqlCondition rows = ref.leaf().isComplex()
                ? SqlCondition.of("v.path like ?", escaped(ref.key()) + ".%").within("%s escape '!'")
                : SqlCondition.of("v.path = ?", ref.key());
        return condition
                .map(rows::and)
                .orElse(rows)
                .within("exists (select 1 from scim_user_value v where v.user_id = u.id and %s)");
    }

    private SqlCondition valuePath(Filter.ValuePath path) {
        AttributeRef ref = find(path.path());
        if (!ref.leaf().isComplex() || isMeta(ref)) {
            throw ScimException.invalidFilter("'%s' has no sub-attributes to select by.".formatted(path.path()));
        }
        return new ElementSql(ref).compile(path.inner());
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

    /** Compiles the inner filter of a value path, which one and the same element must fulfil. */
    private static final class ElementSql {
        private final AttributeRef ref;

        ElementSql(AttributeRef ref) {
            this.ref = ref;
        }

        SqlCondition compile(Filter filter) {
            return SqlCondition.of("e.path like ?", escaped(ref.key()) + ".%")
                    .within("%s escape '!'")
                    .and(element(filter))
                    .within("exists (select 1 from scim_user_value e where e.user_id = u.id and %s)");
        }

        private SqlCondition element(Filter filter) {
            if (filter instanceof Filter.And and) {
                return element(and.left()).and(element(and.right()));
            }
            if (filter instanceof Filter.Or or) {
                return element(or.left()).or(element(or.right()));
            }
            if (filter instanceof Filter.Not not) {
                return element(not.inner()).negated();
            }
            if (filter instanceof Filter.Present present) {
                return leaf(sub(present.path()), SqlCondition.TRUE);
            }
            if (filter instanceof Filter.Comparison comparison) {
                AttributeRef sub = sub(comparison.path());
                String wanted = SearchKey.wanted(sub.leaf(), comparison);
                return leaf(sub, keyCondition("v.value_key", comparison.operator(), wanted));
            }
            throw ScimException.invalidFilter("A value path inside another value path is not part of SCIM.");
        }

        private static SqlCondition leaf(AttributeRef sub, SqlCondition condition) {
            return SqlCondition.of("v.path = ?", sub.key())
                    .and(condition)
                    .within("exists (select 1 from scim_user_value v"
                            + " where v.user_id = e.user_id and v.element = e.element and %s)");
        }

        private AttributeRef sub(String name) {
            return ref.withSub(name)
                    .orElseThrow(() -> ScimException.invalidFilter("'%s' has no sub-attribute '%s'."
                            .formatted(ref.attribute().name(), name)));
        }
    }
}
