-- A block range index keeps the oldest time that a range ever held: once rows of all ages share the pages that were freed,
-- every range seems to hold something to forget.
drop index inbox_handled_at;
create index inbox_handled_at on inbox (handled_at) where published;
