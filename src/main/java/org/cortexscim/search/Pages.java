package org.cortexscim.search;

import java.util.Collection;
import java.util.List;
import org.cortexscim.search.sql.SqlCondition;

/** A store whose resources can be read page by page. */
public interface Pages<T> {

    /** The number of resources that fulfil the condition. */
    long count(SqlCondition condition);

    /** Some of the resources that fulfil the condition, in the order of their ids, or in the reverse order. */
    List<T> page(SqlCondition condition, boolean descending, int offset, int count);

    /** The resources with these ids, in any order; an id without a resource is passed over. */
    List<T> list(Collection<String> ids);
}
