-- The names of types that differ between databases are placeholders, filled in by org.cortexscim.storage.Database.
-- Instants are milliseconds since 1970 in UTC; ids are UUIDv7 in text, so their order is the order of creation.

create table scim_user (
    id                varchar(36)  not null primary key,
    user_name         varchar(254) not null,          -- as given
    user_name_key     varchar(600) not null,          -- folded: its search key
    external_id       varchar(600),                   -- case matters
    active            boolean      not null,
    given_name        varchar(600),                   -- folded
    family_name       varchar(600),                   -- folded
    display_name      varchar(600),                   -- folded
    created           bigint       not null,
    last_modified     bigint       not null,
    version           bigint       not null,
    document          ${longtext}  not null           -- the canonical JSON, without id, schemas and meta
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
    user_id   varchar(36)  not null references scim_user (id) on delete cascade,
    path      varchar(200) not null,                  -- such as emails.value
    element   integer      not null,                  -- which element of a multi-valued attribute; 0 otherwise
    value_key varchar(2000) not null,                 -- the value's search key, at most 2000 bytes
    primary key (user_id, path, element)
);
create index scim_user_value_key on scim_user_value (path, value_key, user_id);

create table setting (
    name  varchar(60)  not null primary key,
    value varchar(200) not null
);

create table custom_role (
    tag         varchar(100)  not null primary key,
    name        varchar(200)  not null,
    description varchar(1000)
);
create table custom_role_permission (
    role_tag   varchar(100) not null references custom_role (tag) on delete cascade,
    permission varchar(60)  not null,
    primary key (role_tag, permission)
);

create table api_key (
    cid         varchar(40)   not null primary key,
    name        varchar(200)  not null,
    description varchar(1000),
    secret_hash varchar(64)   not null,               -- SHA-256 in hexadecimal digits
    last4       varchar(4)    not null,
    created     bigint        not null,
    expires     bigint
);
create unique index api_key_secret_hash on api_key (secret_hash);
create table api_key_role (
    key_cid varchar(40)  not null references api_key (cid) on delete cascade,
    role    varchar(110) not null,                    -- ADMIN, or custom:tag
    primary key (key_cid, role)
);

create table audit_log (
    id                varchar(36)  not null primary key,
    occurred          bigint       not null,
    action            varchar(20)  not null,
    object_type       varchar(60)  not null,
    object_identifier varchar(600) not null,
    object_id         varchar(60),
    actor_type        varchar(20)  not null,
    actor_identifier  varchar(600),
    ip_address        varchar(60),
    request_id        varchar(64),
    details           ${longtext}  not null           -- JSON: changes with before and after, ignored attributes
);
create index audit_log_occurred on audit_log (occurred);
create index audit_log_object on audit_log (object_identifier);

create table scim_group (
    id            varchar(36)  not null primary key,
    display_name  varchar(254) not null,              -- as given
    display_key   varchar(600) not null,              -- folded: its search key
    external_id   varchar(254),
    created       bigint       not null,
    last_modified bigint       not null,
    version       bigint       not null
);
create unique index scim_group_display_key on scim_group (display_key);
create index scim_group_external_id on scim_group (external_id);

create table group_member (
    group_id  varchar(36) not null references scim_group (id) on delete cascade,
    member_id varchar(36) not null references scim_user (id) on delete cascade,
    primary key (group_id, member_id)
);
create index group_member_member on group_member (member_id, group_id);
