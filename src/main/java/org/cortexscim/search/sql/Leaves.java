package org.cortexscim.search.sql;

import java.util.Optional;
import org.cortexscim.scim.filter.Filter;
import org.cortexscim.scim.filter.Operator;
import org.cortexscim.scim.schema.AttributeRef;
import org.cortexscim.storage.Sql;

/** Locates and queries the values of attributes that have no column in the row {@code r}. */
public interface Leaves {

    /** The attribute, or something below it, has a value. */
    Sql present(AttributeRef ref);

    /** Some value of the attribute compares so to the search key. */
    Sql compare(AttributeRef ref, Operator operator, String wanted);

    /** One element of the multi-valued attribute fulfils the whole inner filter. */
    Sql valuePath(AttributeRef ref, Filter inner);

    /** The sort key; empty when resources cannot be sorted by this attribute. */
    Optional<SortKey> sortKey(AttributeRef ref);
}
