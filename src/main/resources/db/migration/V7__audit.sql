create table audit_log (
    id                varchar(36)  not null primary key,
    occurred          bigint       not null,
    action            varchar(20)  not null,
    object_type       varchar(60)  not null,
    object_identifier varchar(600) not null,
    object_key        varchar(600)${bytewise} not null, -- the identifier, folded
    object_id         varchar(60),
    actor_type        varchar(20)  not null,
    actor_identifier  varchar(600),
    actor_email       varchar(600),                   -- as given
    actor_email_key   varchar(600)${bytewise}, -- folded
    ip_address        varchar(60),
    request_id        varchar(64),
    details           ${longtext}  not null,          -- JSON: changes with before and after, ignored attributes
    details_bytes     integer      not null           -- its length in UTF-8
);

-- By object, by actor, by address and by time; always the newest entry first, so the indexes descend: Derby reads an index
-- in one direction only. Some end with what else is asked for: then the entries are counted without being read.
create index audit_log_occurred on audit_log (occurred desc, id desc, action, actor_type);
create index audit_log_type on audit_log (object_type, occurred desc, id desc, action);
create index audit_log_object on audit_log (object_key, occurred desc, id desc);
create index audit_log_actor on audit_log (actor_identifier, occurred desc, id desc, actor_type);
create index audit_log_actor_email on audit_log (actor_email_key, occurred desc, id desc);
create index audit_log_address on audit_log (ip_address, occurred desc, id desc);

-- Entries are only added; the retention deletes those that are 30 days old or older. PostgreSQL holds even its own
-- owner to that: a migration that has to change entries disables these triggers first. Each statement in one line.
${postgresql_only}create function audit_log_refuses() returns trigger language plpgsql as $$ begin raise exception 'The audit log is only added to.'; end $$;
${postgresql_only}create trigger audit_log_unchanged before update or truncate on audit_log for each statement execute function audit_log_refuses();
${postgresql_only}create trigger audit_log_kept before delete on audit_log for each row when (old.occurred > extract(epoch from clock_timestamp()) * 1000 - 2592000000) execute function audit_log_refuses();
