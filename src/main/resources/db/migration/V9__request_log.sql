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
