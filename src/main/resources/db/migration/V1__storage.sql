-- The names of types that differ between databases are placeholders, filled in by org.cortexscim.storage.Database.
-- Instants are milliseconds since 1970 in UTC; ids are UUIDv7 as strings, so their order is the order of creation.

-- Secrets that all nodes of one installation share.
create table server_secret (
    name  varchar(60)  not null primary key,
    value varchar(200) not null
);
