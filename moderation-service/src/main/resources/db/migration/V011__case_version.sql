-- Counts the changes of what people see of a case: a change over REST names the one that it was made from.
alter table cases add column version bigint not null default 0 check (version >= 0);
