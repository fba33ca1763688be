-- A role is found by its tag without regard to case, as a user's roles.value is.
create table custom_role (
    tag             varchar(100) not null primary key,
    tag_key         varchar(100) not null,            -- folded
    name            varchar(200) not null,
    name_key        varchar(600) not null,            -- folded
    description     varchar(1000),
    description_key varchar(3000)                     -- folded
);
create unique index custom_role_tag_key on custom_role (tag_key);
create table custom_role_permission (
    role_tag   varchar(100) not null references custom_role (tag),
    permission varchar(60)  not null,
    primary key (role_tag, permission)
);

-- How the roles that every workspace has look; org.cortexscim.roles.BuiltInRole says what they allow.
create table built_in_role (
    id              varchar(100)  not null primary key,
    id_key          varchar(100)  not null,
    name            varchar(200)  not null,
    name_key        varchar(600)  not null,
    description     varchar(1000) not null,
    description_key varchar(3000) not null
);
insert into built_in_role values
    ('VIEWER', 'viewer', 'Viewer', 'viewer',
     'Sees everything and changes nothing.', 'sees everything and changes nothing.'),
    ('USER', 'user', 'User', 'user',
     'Creates and edits entities and teams.', 'creates and edits entities and teams.'),
    ('MANAGER', 'manager', 'Manager', 'manager',
     'Does almost everything but permissions and settings.', 'does almost everything but permissions and settings.'),
    ('ADMIN', 'admin', 'Admin', 'admin',
     'Does everything, settings and permissions included.', 'does everything, settings and permissions included.');

-- Every role that a user can hold, under the id that an identity provider sends, and the string that assigns it.
-- A role has no version: no entity tag is that of version -1.
create view workspace_role (id, id_key, display_name, display_key, description, description_key, role, version) as
    select id, id_key, name, name_key, description, description_key, id, cast(-1 as bigint) from built_in_role
    union all
    select tag, tag_key, name, name_key, description, description_key, 'custom:' || tag, cast(-1 as bigint)
        from custom_role;

-- The roles that come from the identity provider: the one that a value stands for, before the role of that id, or those
-- that a group gives its members, which are deleted before their group, each with its audit entry. The keys are constraints
-- because Derby takes two nulls for equal in a unique index.
create table role_grant (
    id        varchar(36)   not null primary key,
    idp_value varchar(500),                           -- as given
    idp_key   varchar(2000),                          -- as scim_user_value.value_key has it
    group_id  varchar(36)   references scim_group (id),
    role      varchar(110)  not null,                 -- ADMIN, or custom:tag
    constraint role_grant_idp_key unique (idp_key),
    constraint role_grant_group unique (group_id, role),
    constraint role_grant_source check (idp_value is not null and idp_key is not null and group_id is null
        or idp_value is null and idp_key is null and group_id is not null)
);

-- The roles that an admin has given to a user, beside those of the identity provider. They are deleted before their user,
-- with an audit entry.
create table user_role (
    user_id varchar(36)  not null references scim_user (id),
    role    varchar(110) not null,                    -- ADMIN, or custom:tag
    primary key (user_id, role)
);
create index user_role_role on user_role (role, user_id);

-- The role of every user who has no other; always one row.
create table default_role (
    role varchar(110) not null                        -- VIEWER, or custom:tag
);
insert into default_role (role) values ('VIEWER');

-- Who takes an Admin away holds this row until the end of the transaction.
create table last_admin_lock (
    changes bigint not null                           -- how often it was taken
);
insert into last_admin_lock (changes) values (0);
