-- A key has one present secret, and after a rotation for a while the former ones too.
create table api_key_secret (
    secret_hash varchar(64) not null primary key,     -- SHA-256 in hexadecimal digits
    key_cid     varchar(40) not null references api_key (cid) on delete cascade,
    created     bigint      not null,
    valid_until bigint                                -- null for the present one
);
create index api_key_secret_key on api_key_secret (key_cid, valid_until);
create index api_key_secret_valid_until on api_key_secret (valid_until);
insert into api_key_secret (secret_hash, key_cid, created) select secret_hash, cid, created from api_key;
drop index api_key_secret_hash;
alter table api_key drop column secret_hash;

alter table api_key add column last_used bigint;      -- to the minute; null for never
alter table api_key add column warned_days integer;   -- how many days before its end the last warning was for
create index api_key_created on api_key (created, cid);
create index api_key_expires on api_key (expires);

-- Who deletes an Admin key holds this row until the end of the transaction.
create table admin_key_lock (
    changes bigint not null                           -- how often it was taken
);
insert into admin_key_lock (changes) values (0);
