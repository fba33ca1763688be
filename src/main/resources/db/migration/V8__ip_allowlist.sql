-- The IP allowlist, whole in one row: a change replaces all of it. Without the row everybody is admitted, so that
-- "delete from ip_allowlist" lets in who has locked himself out; every node notices within a second.
create table ip_allowlist (
    id      integer      not null primary key,  -- always 1
    version varchar(36)  not null,              -- another one after each change
    entries ${longtext}  not null               -- {"entries":[{"address":"...","description":"..."}]}
);
