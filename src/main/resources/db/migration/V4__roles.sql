-- The id of a role is compared without regard to case, as a user's roles.value is.
alter table custom_role add column tag_key varchar(100) not null default '';           -- folded
alter table custom_role add column name_key varchar(600) not null default '';          -- folded
alter table custom_role add column description_key varchar(3000);                      -- folded
update custom_role set tag_key = lower(tag), name_key = lower(name), description_key = lower(description);
create unique index custom_role_tag_key on custom_role (tag_key);

-- What the roles that every workspace has look like; what they allow stands in org.cortexscim.roles.BuiltInRole.
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

-- Every role that a user can hold, under the id that an identity provider sends, and the text that assigns it.
-- A role has no version: no entity tag is that of version -1.
create view workspace_role (id, id_key, display_name, display_key, description, description_key, role, version) as
    select id, id_key, name, name_key, description, description_key, id, cast(-1 as bigint) from built_in_role
    union all
    select tag, tag_key, name, name_key, description, description_key, 'custom:' || tag, cast(-1 as bigint)
        from custom_role;

-- Which role a value of the identity provider stands for, before the role of that id.
create table role_mapping (
    id        varchar(36)   not null primary key,
    idp_value varchar(500)  not null,                 -- as given
    idp_key   varchar(2000) not null,                 -- as scim_user_value.value_key has it
    role      varchar(110)  not null                  -- ADMIN, or custom:tag
);
create unique index role_mapping_idp_key on role_mapping (idp_key);

-- Which roles the members of a group have. They are deleted before their group, each with its audit entry; a cascade
-- would also make Derby lock the whole table.
create table group_role_mapping (
    id       varchar(36)  not null primary key,
    group_id varchar(36)  not null references scim_group (id),
    role     varchar(110) not null
);
create unique index group_role_mapping_group on group_role_mapping (group_id, role);
