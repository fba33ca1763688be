-- What the overview counts. Entries and requests from before have 0: they are not counted.
alter table audit_log add column seat_change integer default 0 not null;   -- 1: a user became active; -1: was no longer
alter table request_log add column test integer default 0 not null;        -- 1: sent by this service, to try itself out

create index audit_log_seats on audit_log (seat_change, occurred desc);
create index request_log_action on request_log (action, failed, test, id desc);
