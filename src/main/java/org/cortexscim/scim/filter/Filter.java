package org.cortexscim.scim.filter;

/**
 * A filter as a tree (RFC 7644 §3.4.2.2). Two forms are already resolved when a filter is read: {@code a ne b} is
 * {@code not (a eq b)}, and {@code a eq null} is {@code not (a pr)}.
 */
public sealed interface Filter {

    /** Both sides hold. */
    record And(Filter left, Filter right) implements Filter {}

    /** One side holds, or both. */
    record Or(Filter left, Filter right) implements Filter {}

    /** The inner filter does not hold. */
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
