-- What people with power over a guild have done, in the order in which it became known here.
create table audit_entries (
    message_id text primary key,
    entry_number bigint generated always as identity,
    guild_id bigint not null,
    at timestamptz not null,
    actor_id bigint not null,
    deed text not null,
    subject_id bigint,
    detail text not null
);
create index audit_entries_by_guild on audit_entries (guild_id, entry_number desc);
