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

-- When the user last called, to the minute; null for never.
alter table scim_user add column last_active bigint;
