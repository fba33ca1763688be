-- Groups in groups. Who changes them holds the row of group_nesting_lock until the end of the transaction.

create table group_nesting (
    group_id  varchar(36) not null references scim_group (id) on delete cascade,
    member_id varchar(36) not null references scim_group (id) on delete cascade,
    primary key (group_id, member_id)
);
create index group_nesting_member on group_nesting (member_id, group_id);

-- Every pair of a group and a group below it, at whatever depth; no group is below itself.
create table group_closure (
    group_id      varchar(36) not null references scim_group (id) on delete cascade,
    descendant_id varchar(36) not null references scim_group (id) on delete cascade,
    primary key (group_id, descendant_id)
);
create index group_closure_descendant on group_closure (descendant_id, group_id);

create table group_nesting_lock (
    changes bigint not null                           -- how often it was taken
);
insert into group_nesting_lock (changes) values (0);
