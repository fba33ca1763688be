create table api_key (
    cid         varchar(40)   not null primary key,
    name        varchar(200)  not null,
    description varchar(1000),
    created     bigint        not null,
    expires     bigint,
    last_used   bigint,                               -- to the minute; null for never
    warned_days integer                               -- how many days before its end the last warning was for
);
create index api_key_created on api_key (created, cid);
create index api_key_expires on api_key (expires);
create table api_key_role (
    key_cid varchar(40)  not null references api_key (cid),
    role    varchar(110) not null,                    -- ADMIN, or custom:tag
    primary key (key_cid, role)
);

-- A key has one current secret, and during a rotation the former one too.
create table api_key_secret (
    secret_hash varchar(64) not null primary key,     -- SHA-256 in hexadecimal digits
    key_cid     varchar(40) not null references api_key (cid),
    last4       varchar(4)  not null,
    created     bigint      not null,
    valid_until bigint,                               -- null for the current one
    last_used   bigint                                -- to the minute; null for never
);
create index api_key_secret_key on api_key_secret (key_cid, valid_until);
create index api_key_secret_valid_until on api_key_secret (valid_until);

-- Who deletes an Admin key holds this row until the end of the transaction.
create table admin_key_lock (
    changes bigint not null                           -- how often it was taken
);
insert into admin_key_lock (changes) values (0);

-- The IP allowlist, whole in one row: a change replaces all of it. Without the row every address is admitted, so that
-- "delete from ip_allowlist" lets in an admin who is locked out; every node notices within a second.
create table ip_allowlist (
    id      integer      not null primary key,  -- always 1
    version varchar(36)  not null,              -- another one after each change
    entries ${longtext}  not null               -- {"entries":[{"address":"...","description":"..."}]}
);

-- Requests that were refused or failed; bounded in number. What a request carried is nowhere in here.
create table failed_request (
    id              varchar(36)   not null primary key,
    occurred        bigint        not null,
    caller          varchar(600),                       -- an API key's cid, or the name in a token
    address         varchar(60)   not null,
    method          varchar(10)   not null,
    path            varchar(300)  not null,             -- the template, such as /scim/v2/Users/{id}
    status          integer       not null,
    action          varchar(40),
    reason          varchar(40),                        -- a name that stays, such as SCIM_OFF
    detail          varchar(1000),
    duration_millis bigint        not null,
    request_id      varchar(64)   not null
);
