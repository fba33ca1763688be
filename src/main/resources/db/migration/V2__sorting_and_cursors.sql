-- Search keys sort by their characters, whatever language the database was made for: gt, lt, sortBy and pages by key
-- mean the same everywhere, and an index serves "begins with".
alter table scim_user alter column user_name_key set data type varchar(600)${bytewise};
alter table scim_user alter column external_id set data type varchar(600)${bytewise};
alter table scim_user alter column given_name set data type varchar(600)${bytewise};
alter table scim_user alter column family_name set data type varchar(600)${bytewise};
alter table scim_user alter column display_name set data type varchar(600)${bytewise};
alter table scim_user_value alter column value_key set data type varchar(2000)${bytewise};
alter table scim_group alter column display_key set data type varchar(600)${bytewise};
alter table scim_group alter column external_id set data type varchar(254)${bytewise};

-- What all nodes of one installation must have in common and nobody else may know.
create table server_secret (
    name  varchar(60)  not null primary key,
    value varchar(200) not null
);
