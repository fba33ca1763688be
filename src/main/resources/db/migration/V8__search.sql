-- Where walks by startIndex go on, for all nodes (decision 0004). Each bookmark is of use for two minutes; every node deletes
-- the older ones every 15 seconds. Embedded Derby has one node only, which keeps them in memory: there the table is empty.
create table search_bookmark (
    place    varchar(43)${bytewise} not null primary key, -- SHA-256 of caller, filter, order, page size and startIndex
    position ${longtext}            not null,             -- the last resource of the page before, encrypted
    followed boolean                not null,             -- whether the page at that place was asked for
    expires  bigint                 not null,
    version  bigint                 not null
);
create index search_bookmark_expires on search_bookmark (expires);
