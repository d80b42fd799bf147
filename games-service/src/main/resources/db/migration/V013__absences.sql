-- When nobody looked after the deadlines for long: what a player could not do counts by all of it, not by the last time alone.
-- The gap in attendance is there for the version before, and not read any more.
create table absences (
    gone_at timestamptz primary key,
    back_at timestamptz not null check (back_at > gone_at)
);
insert into absences (gone_at, back_at) select gap_from, gap_until from attendance where gap_until is not null;
