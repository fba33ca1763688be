package org.cortexscim.directory;

import java.util.List;
import org.cortexscim.directory.query.SqlCondition;

/** A store whose resources can be read page by page, in the order of their ids. */
interface Pages<T> {

    /** How many resources fulfil the condition. */
    long count(SqlCondition condition);

    /** Some of the resources that fulfil the condition. */
    List<T> page(SqlCondition condition, int offset, int count);
}
