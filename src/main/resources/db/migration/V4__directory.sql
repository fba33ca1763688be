-- What refers to a row is deleted before it, by a statement of its own: for "on delete cascade" Derby locks whole tables.

-- Search keys sort by their bytes, whatever language the database was made for: gt, lt, sortBy and pages by key mean the
-- same everywhere, and an index serves "begins with".

create table scim_user (
    id                varchar(36)  not null primary key,
    user_name         varchar(254) not null,          -- as given
    user_name_key     varchar(800)${bytewise} not null, -- folded: its search key
    external_id       varchar(600)${bytewise}, -- case matters
    active            boolean      not null,
    given_name        varchar(800)${bytewise}, -- folded
    family_name       varchar(800)${bytewise}, -- folded
    display_name      varchar(800)${bytewise}, -- folded
    shown_name        varchar(254) not null,          -- the displayName as given; without one, the userName
    created           bigint       not null,
    last_modified     bigint       not null,
    version           bigint       not null,
    last_active       bigint,                         -- when the user last called, to the minute; null for never
    document          ${longtext}  not null,          -- the canonical JSON, without id, schemas and meta
    document_bytes    integer      not null           -- its length in UTF-8
);
create unique index scim_user_user_name_key on scim_user (user_name_key);
create index scim_user_external_id on scim_user (external_id);
create index scim_user_display_name on scim_user (display_name);
create index scim_user_family_name on scim_user (family_name);
create index scim_user_given_name on scim_user (given_name);
create index scim_user_last_modified on scim_user (last_modified);
create index scim_user_active on scim_user (active);

-- Every other value that a filter can ask for: one row for each leaf of the document.
create table scim_user_value (
    user_id   varchar(36)  not null references scim_user (id),
    path      varchar(200) not null,                  -- such as emails.value
    element   integer      not null,                  -- which element of a multi-valued attribute; 0 otherwise
    value_key varchar(2000)${bytewise} not null, -- the value's search key, at most 2000 bytes
    primary key (user_id, path, element)
);
create index scim_user_value_key on scim_user_value (path, value_key, user_id);

create table scim_group (
    id            varchar(36)  not null primary key,
    display_name  varchar(254) not null,              -- as given
    display_key   varchar(800)${bytewise} not null, -- folded: its search key
    external_id   varchar(254)${bytewise},
    created       bigint       not null,
    last_modified bigint       not null,
    version       bigint       not null
);
create unique index scim_group_display_key on scim_group (display_key);
create index scim_group_external_id on scim_group (external_id);

create table group_member (
    group_id  varchar(36) not null references scim_group (id),
    member_id varchar(36) not null references scim_user (id),
    primary key (group_id, member_id)
);
create index group_member_member on group_member (member_id, group_id);

-- Groups in groups. Who changes them holds the row of group_nesting_lock until the end of the transaction.

create table group_nesting (
    group_id  varchar(36) not null references scim_group (id),
    member_id varchar(36) not null references scim_group (id),
    primary key (group_id, member_id)
);
create index group_nesting_member on group_nesting (member_id, group_id);

-- Every pair of a group and a group below it, at whatever depth; no group is below itself.
create table group_closure (
    group_id      varchar(36) not null references scim_group (id),
    descendant_id varchar(36) not null references scim_group (id),
    primary key (group_id, descendant_id)
);
create index group_closure_descendant on group_closure (descendant_id, group_id);

create table group_nesting_lock (
    changes bigint not null                           -- how often it was taken
);
insert into group_nesting_lock (changes) values (0);
