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

-- Requests to SCIM, and those that were refused or failed elsewhere; bounded in age and number. What a request carried is
-- nowhere in here. Ids follow the time: the oldest ones are deleted in the order of the primary key.
create table request_log (
    id              varchar(36)${bytewise} not null primary key,
    occurred        bigint        not null,
    caller          varchar(600),                       -- an API key's cid, or the name in a token
    key_prefix      varchar(8),                         -- the beginning of an API key that is not valid
    address         varchar(60)   not null,
    method          varchar(10)   not null,
    path            varchar(300)  not null,             -- the template, such as /scim/v2/Users/{id}
    status          integer       not null,
    failed          integer       not null,             -- 1 for a status from 400 on, 0 for the others
    action          varchar(40),
    resource_id     varchar(36),                        -- the user or group that it was about
    reason          varchar(40),                        -- a name that stays, such as SCIM_OFF
    detail          varchar(1000),
    duration_millis bigint        not null,
    request_id      varchar(64)   not null
);

-- Always the newest first, so the indexes descend: Derby reads an index in one direction only.
create index request_log_newest on request_log (id desc);
create index request_log_failed on request_log (failed, id desc, status);
create index request_log_caller on request_log (caller, id desc);
create index request_log_address on request_log (address, id desc);
create index request_log_resource on request_log (resource_id, id desc);
create index request_log_request on request_log (request_id, id desc);
