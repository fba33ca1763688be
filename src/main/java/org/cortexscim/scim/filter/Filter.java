package org.cortexscim.scim.filter;

import java.util.List;
import java.util.stream.Stream;

/**
 * A filter as a tree (RFC 7644 §3.4.2.2). Two forms are already resolved when a filter is read: {@code a ne b} is
 * {@code not (a eq b)}, and {@code a eq null} is {@code not (a pr)}.
 */
public sealed interface Filter {

    /** The attribute paths that the filter names, without those inside value paths. */
    default List<String> paths() {
        if (this instanceof And and) {
            return joined(and.left(), and.right());
        }
        if (this instanceof Or or) {
            return joined(or.left(), or.right());
        }
        if (this instanceof Not not) {
            return not.inner().paths();
        }
        if (this instanceof Present present) {
            return List.of(present.path());
        }
        return List.of(this instanceof Comparison comparison ? comparison.path() : ((ValuePath) this).path());
    }

    private static List<String> joined(Filter left, Filter right) {
        return Stream.concat(left.paths().stream(), right.paths().stream()).toList();
    }

    /** A conjunction: both sides are true. */
    record And(Filter left, Filter right) implements Filter {}

    /** A disjunction: at least one side is true. */
    record Or(Filter left, Filter right) implements Filter {}

    /** A negation: the inner filter is false. */
    record Not(Filter inner) implements Filter {}

    /** The attribute has a value: {@code title pr}. */
    record Present(String path) implements Filter {}

    /**
     * A value of the attribute compares so: {@code userName eq "anna@example.com"}.
     *
     * @param value a String, Boolean or BigDecimal
     */
    record Comparison(String path, Operator operator, Object value) implements Filter {}

    /**
     * One element of a multi-valued attribute fulfils the whole inner filter:
     * {@code emails[type eq "work" and value co "@example.com"]}.
     */
    record ValuePath(String path, Filter inner) implements Filter {}
}
